package nl.uitweg.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Keycloak realm of tests: the shipped realm and the users of its demo, with the municipalities
 * of {@link TestRegion} instead of those of the real region.
 */
final class TestRealm {

  private static final Path SHIPPED = Path.of("deploy/keycloak");
  private static final Pattern GROUP = Pattern.compile("\"/municipality/([a-z-]+)\"");
  private static final List<String> FILES =
      List.of("uitweg-realm.json", "demo/uitweg-users-0.json");

  private TestRealm() {}

  /** Writes the files and returns their folder, which has the form of {@code deploy/keycloak}. */
  static Path write() throws IOException {
    Path folder = TestOutput.file("realm");
    List<String> shipped =
        GROUP
            .matcher(Files.readString(SHIPPED.resolve("demo/uitweg-users-0.json")))
            .results()
            .map(group -> group.group(1))
            .distinct()
            .toList();
    for (String file : FILES) {
      String text = Files.readString(SHIPPED.resolve(file));
      for (int i = 0; i < shipped.size(); i++) {
        String fictional = TestRegion.MUNICIPALITIES.get(i);
        text =
            text.replace(shipped.get(i), fictional)
                .replace(capitalised(shipped.get(i)), capitalised(fictional));
      }
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
    }
    return folder;
  }

  private static String capitalised(String id) {
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }
}
