package nl.uitweg.site.guidance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.TextParameters;
import nl.uitweg.platform.i18n.Texts;

/**
 * The telephone numbers of the municipalities of the region. Municipalities with the same number
 * share one link. There are none when there would be too many; the list of organisations then has
 * them.
 */
final class MunicipalityCalls {

  private static final int MAX_NUMBERS = 5;

  private MunicipalityCalls() {}

  /**
   * @param municipalities in the order in which they are shown
   */
  static List<Call> of(List<Organisation> municipalities, Texts texts) {
    Map<String, List<Organisation>> byNumber = new LinkedHashMap<>();
    for (Organisation municipality : municipalities) {
      municipality
          .phone()
          .ifPresent(
              phone ->
                  byNumber
                      .computeIfAbsent(phone.dial(), number -> new ArrayList<>())
                      .add(municipality));
    }
    if (byNumber.size() > MAX_NUMBERS) {
      return List.of();
    }
    return byNumber.values().stream()
        .map(
            sharing -> {
              Phone phone = sharing.get(0).phone().orElseThrow();
              return Call.of(name(sharing), phone, texts);
            })
        .toList();
  }

  /** The names in Dutch, as those of other organisations. */
  private static String name(List<Organisation> sharing) {
    return sharing.size() == 1
        ? sharing.get(0).name()
        : "Gemeenten "
            + TextParameters.list(
                sharing.stream().map(Organisation::region).toList(), Language.DUTCH);
  }
}
