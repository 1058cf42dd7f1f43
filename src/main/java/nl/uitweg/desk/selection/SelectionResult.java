package nl.uitweg.desk.selection;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;

/**
 * How many of the ticked reports were changed, as the address of the list says it.
 *
 * @param done number of reports that were changed
 * @param leftOut number of reports that stayed as they were
 */
public record SelectionResult(int done, int leftOut) {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  /** Reads the parameters of the address; empty when it has none. */
  public static Optional<SelectionResult> of(MultivaluedMap<String, String> parameters) {
    return number(parameters.getFirst("done"))
        .map(done -> new SelectionResult(done, number(parameters.getFirst("left")).orElse(0)));
  }

  private static Optional<Integer> number(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(digits -> NUMBER.matcher(digits).matches())
        .map(Integer::valueOf);
  }

  /** The parameters of the address. */
  String parameters() {
    return "done=" + done + "&left=" + leftOut;
  }

  /** A sentence that says what was done. */
  public String text(Texts texts) {
    return leftOut == 0
        ? texts.get("inbox.selection-done", done)
        : texts.get("inbox.selection-done", done)
            + " "
            + texts.get("inbox.selection-left", leftOut);
  }
}
