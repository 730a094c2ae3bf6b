package org.toguna.kit.values;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with one object, so that a client learns of all of it at once. */
public final class Flaws {
  private final JsonPointer at;
  private final List<Flaw> found = new ArrayList<>();

  public Flaws(JsonPointer at) {
    this.at = at;
  }

  /** Notes a flaw of the member unless it is right; the empty member is the object itself. */
  public void unless(boolean right, String member, String code, String detail) {
    if (!right) {
      found.add(Flaw.at(member.isEmpty() ? at : at.appendProperty(member), code, detail));
    }
  }

  public void atMost(String member, @Nullable String text, int longest) {
    unless(
        text == null || text.length() <= longest,
        member,
        "too-long",
        "At most %d characters.".formatted(longest));
  }

  public void required(String member, @Nullable String text, int longest) {
    unless(text != null && !text.isBlank(), member, "required", "This cannot be left out.");
    atMost(member, text, longest);
  }

  public void add(Flaw flaw) {
    found.add(flaw);
  }

  /** Adds the flaws of a part, which knows its own place. */
  public void addAll(Collection<Flaw> others) {
    found.addAll(others);
  }

  /** Where a member of the object stands. */
  public JsonPointer member(String name) {
    return at.appendProperty(name);
  }

  public List<Flaw> found() {
    return List.copyOf(found);
  }
}
