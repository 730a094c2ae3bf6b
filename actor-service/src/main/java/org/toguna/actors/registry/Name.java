package org.toguna.actors.registry;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** One name of an actor, in one language: a claim, cited by its own pointer. */
@Schema(description = "One name of an actor in one language, cited as /names/0.")
public record Name(
    @Schema(maxLength = Name.LONGEST, examples = "Katiba Macina") String text,
    @Schema(description = "BCP 47", maxLength = 35, examples = "fr") @Nullable String language,
    @Schema(description = "Code of the list name_script", maxLength = 4) @Nullable String script,
    @Schema(description = "Code of the list name_type", maxLength = 40) String type) {

  static final int LONGEST = 300;
  static final String MAIN = "main";
  static final String FORMER = "former";
  static final String PSEUDONYM = "pseudonym";
  static final String DESCRIPTION = "description";

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Name {
    text = text == null ? "" : text.strip();
    type = type == null ? "" : type;
  }

  boolean is(String code) {
    return type.equals(code);
  }

  List<Flaw> flaws(JsonPointer at, CodeLists codes) {
    Flaws flaws = new Flaws(at);
    flaws.required("text", text, LONGEST);
    flaws.unless(
        language == null || isLanguage(language),
        "language",
        "not-a-language",
        "Give the language as a BCP 47 tag, such as fr, ar or ff-Adlm.");
    flaws.addAll(
        codes.check("name_script", script, flaws.member("script").toString()).stream().toList());
    flaws.addAll(codes.check("name_type", type, flaws.member("type").toString()).stream().toList());
    return flaws.found();
  }

  private static boolean isLanguage(String tag) {
    try {
      return tag.length() <= 35
          && !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}
