package org.toguna.cases.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The forms under which a name may be met: whole, and without the first or the last word, because
 * clerks leave out who lives there (Peulh, Dogon), which quarter it is (1, 2) or that it is a
 * hamlet (Were).
 */
record SoundForms(List<Form> forms) {
  /** Longer names are texts, not names; nothing is gained by comparing them letter by letter. */
  static final int LONGEST = 40;

  private static final int SHORTEST_REST = 3;

  private static final Set<String> COMMON_WORDS =
      Set.of(
          "were",
          "peulh",
          "peulhs",
          "peul",
          "peuls",
          "marka",
          "bambara",
          "bamanan",
          "bamana",
          "bozo",
          "dogon",
          "maure",
          "maures",
          "haoussa",
          "ouolof",
          "bellah",
          "somono",
          "soninke",
          "bobo",
          "habbe",
          "habe",
          "foulbe",
          "foula",
          "samogo",
          "malinke",
          "sarakole",
          "coura",
          "koura",
          "daga",
          "daka",
          "bougou",
          "ouro",
          "sare",
          "est",
          "ouest",
          "nord",
          "sud",
          "village",
          "camp",
          "hameau",
          "gare",
          "koira",
          "koungo",
          "soba",
          "sobala",
          "sokala",
          "amont",
          "aval",
          "ile");

  /** One form: its sound, which word had to be left out to get it, and how long that one sounds. */
  record Form(String sound, Omission omission, int letters) {}

  /** How much of the name a form leaves out, from nothing to a word that tells places apart. */
  enum Omission {
    NOTHING,
    COMMON_LAST,
    OTHER_LAST,
    COMMON_FIRST,
    OTHER_FIRST
  }

  static SoundForms of(String folded) {
    var sounds = new ArrayList<String>();
    var words = new ArrayList<String>();
    for (var word : folded.split(" ")) {
      var sound = Sounds.of(word);
      if (!sound.isEmpty()) {
        words.add(word);
        sounds.add(sound);
      }
    }
    var forms = new ArrayList<Form>(3);
    add(forms, String.join("", sounds), Omission.NOTHING, 0);
    int last = sounds.size() - 1;
    if (last > 0 && !words.subList(0, last).stream().allMatch(SoundForms::isCommon)) {
      var omission = isCommon(words.get(last)) ? Omission.COMMON_LAST : Omission.OTHER_LAST;
      var rest = String.join("", sounds.subList(0, last));
      add(forms, rest, omission, sounds.getLast().length());
    }
    if (last > 0 && !words.subList(1, last + 1).stream().allMatch(SoundForms::isCommon)) {
      var omission = isCommon(words.getFirst()) ? Omission.COMMON_FIRST : Omission.OTHER_FIRST;
      var rest = String.join("", sounds.subList(1, last + 1));
      add(forms, rest, omission, sounds.getFirst().length());
    }
    return new SoundForms(List.copyOf(forms));
  }

  private static void add(List<Form> forms, String sound, Omission omission, int letters) {
    int shortest = omission == Omission.NOTHING ? 1 : SHORTEST_REST;
    if (sound.length() >= shortest && sound.length() <= LONGEST) {
      forms.add(new Form(sound, omission, letters));
    }
  }

  private static boolean isCommon(String word) {
    return COMMON_WORDS.contains(word) || Character.isDigit(Sounds.of(word).charAt(0));
  }
}
