package nl.uitweg.site.report;

import java.util.Map;
import nl.uitweg.report.content.Question;

/**
 * SVG pictogram beside an option, for visitors with low literacy. Only the options of the questions
 * about safety, forms of exploitation and contact have one. The paths are drawn in a view box of 48
 * by 48, like the icons of the home page.
 *
 * @param solid path of the filled shape; empty when the option has no pictogram
 * @param cut path of lines over the filled shape, stroked in the background colour
 */
record Pictogram(String solid, String cut) {

  private static final Pictogram NONE = new Pictogram("", "");

  private static final Map<String, Pictogram> BY_OPTION =
      Map.ofEntries(
          // A shield with a tick: nobody is in danger now.
          entry(
              "safety.no", "M24 3 42 9v14c0 11-8 18-18 22C14 41 6 34 6 23V9Z", "m15 24 7 7 12-13"),
          // A warning triangle, as on the home page.
          entry("safety.yes", "M24 4 46 43H2Z", "M24 17v13M24 34v4"),
          // A hammer.
          entry("forms.labour", "M5 39 24 20l-5-5c4-8 14-9 20-5l-5 5 9 9-8 8-6-6-19 19Z", ""),
          // A bed.
          entry(
              "forms.sexual",
              "M3 9h5v17h37v14h-5v-6H8v6H3ZM11 24v-7h9q3 0 3 3v4Zm15 0v-9h12q7 0 7 7v2Z",
              ""),
          // A face behind a mask.
          entry(
              "forms.criminal",
              "M24 3c11 0 16 7 16 18S32 45 24 45 8 32 8 21 13 3 24 3Z",
              "M15 21h5M28 21h5"),
          // A coin above a bowl.
          entry(
              "forms.begging",
              "M24 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM4 26h40c0 11-8 18-20 18S4 37 4 26Z",
              "M24 9v6"),
          // A torso with a stitched scar.
          entry(
              "forms.organs",
              "M17 3h14v6l13 5-3 14h-6v17H13V28H7L4 14l13-5Z",
              "m29 21-9 17M22 24l7 4M19 31l7 4"),
          // A question mark.
          entry(
              "forms.unsure",
              "M24 3a21 21 0 1 1 0 42 21 21 0 0 1 0-42Z",
              "M17 18c0-9 14-9 14 0 0 6-7 5-7 11M24 36v1"),
          // A person whose eyes are covered.
          entry(
              "contact.unknown",
              "M24 3a12 12 0 1 1 0 24 12 12 0 0 1 0-24ZM4 45c1-10 7-16 20-16s19 6 20 16Z",
              "M10 14h28"),
          // A speech bubble.
          entry(
              "contact.contact",
              "M6 5h36q4 0 4 4v22q0 4-4 4H25L12 45V35H6q-4 0-4-4V9q0-4 4-4Z",
              "M14 20h0m10 0h0m10 0h0"),
          // Two people.
          entry(
              "contact.share",
              "M14 8a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM2 42c0-11 4-17 12-17 5 0 8 2 10 6 2-4 5-6 10-6 8 0 12 6 12 17ZM34 8a7 7 0 1 1 0 14 7 7 0 0 1 0-14Z",
              "M24 34v7"));

  private static Map.Entry<String, Pictogram> entry(String option, String solid, String cut) {
    return Map.entry(option, new Pictogram(solid, cut));
  }

  /** The pictogram of an option; empty paths when it has none. */
  static Pictogram of(Question question, String option) {
    return BY_OPTION.getOrDefault(question.key() + "." + option, NONE);
  }
}
