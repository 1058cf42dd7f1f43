package nl.uitweg.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.platform.settings.RegionalSettings;
import nl.uitweg.testsupport.ContentCopy;
import nl.uitweg.testsupport.PseudoLanguage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new language needs a folder of pages, its bundle files and one line in {@code languages.txt};
 * no code change.
 */
class NewLanguageTest {

  private static final Language NEW = PseudoLanguage.LANGUAGE;

  @TempDir Path folder;

  @BeforeEach
  void addLanguage() throws IOException {
    PseudoLanguage.write(folder);
  }

  @Test
  void needsPagesVisitorBundlesAndOneLine(@TempDir Path without) throws IOException {
    ContentCopy.into(without);
    Map<String, String> before = ContentCopy.files(without);
    Map<String, String> after = ContentCopy.files(folder);
    Set<String> added = new TreeSet<>(after.keySet());
    added.removeAll(before.keySet());
    Set<String> expected =
        before.keySet().stream()
            .filter(file -> file.startsWith("content/nl/"))
            .map(file -> file.replace("/nl/", "/he/"))
            .collect(Collectors.toCollection(TreeSet::new));
    for (BundleFolder bundle : BundleFolder.all(Path.of("i18n"))) {
      if (!bundle.desk()) {
        expected.add("i18n/" + bundle.name() + "/he.properties");
      }
    }
    assertThat(added).isEqualTo(expected);
    assertThat(before)
        .allSatisfy(
            (file, text) ->
                assertThat(after.get(file))
                    .isEqualTo(
                        file.equals("i18n/languages.txt")
                            ? text.stripTrailing() + "\nhe\n"
                            : text));
  }

  @Test
  void appearsInChooserAndSitemap() {
    Frames frames = frames();
    Frame frame = frames.of(Language.DUTCH, "help", "", "");
    assertThat(frame.alternates())
        .extracting(alternate -> alternate.language().endonym(), Frame.Alternate::href)
        .contains(tuple("עברית", "/he/help"));
    String sitemap =
        Sitemap.of(
            List.of(PublicPage.dynamic(Language.DUTCH, "help"), PublicPage.dynamic(NEW, "help")),
            frames);
    assertThat(sitemap)
        .contains("<loc>https://uitweg.example/he/help</loc>")
        .contains("hreflang=\"he\" href=\"https://uitweg.example/he/help\"");
  }

  @Test
  void isNegotiated() {
    assertThat(Languages.read(folder.resolve("i18n")).negotiate("he-IL,en;q=0.5")).isEqualTo(NEW);
  }

  private Frames frames() {
    Path i18n = folder.resolve("i18n");
    Languages languages = Languages.read(i18n);
    return new Frames(
        languages,
        Bundles.read(i18n, languages),
        new ExampleSettings(),
        new Assets(new ExampleRegion()));
  }

  /** A region without settings of its own. */
  private static final class ExampleRegion implements RegionalSettings {
    @Override
    public Map<String, String> exit() {
      return Map.of();
    }

    @Override
    public Optional<String> theme() {
      return Optional.empty();
    }
  }

  /** Settings of an installation, as far as links need them. */
  private static final class ExampleSettings implements PortalSettings {
    @Override
    public int brotliQuality() {
      return 4;
    }

    @Override
    public Tier tier() {
      return Tier.ALL;
    }

    @Override
    public boolean demo() {
      return false;
    }

    @Override
    public URI publicUrl() {
      return URI.create("https://uitweg.example");
    }

    @Override
    public Map<String, String> exit() {
      return Map.of();
    }

    @Override
    public JobSchedule jobs() {
      throw new UnsupportedOperationException("no page uses the job schedule");
    }
  }
}
