package nl.uitweg.editing.po;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import org.fedorahosted.tennera.jgettext.Message;
import org.fedorahosted.tennera.jgettext.PoParser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the export of every language with the programs that translators use: {@code msgfmt -c} of
 * GNU gettext and {@code pofilter} of the Translate Toolkit.
 */
class GettextToolsTest {

  /** The checks of pofilter that do not apply, each with the reason. */
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("acronyms", "EU and AVIM have other names in other languages"),
          Map.entry("brackets", "a translation explains a Dutch word in brackets"),
          Map.entry("doublequoting", "every language has its own quotation marks"),
          Map.entry("doublewords", "correct in many languages, for example in Vietnamese"),
          Map.entry("endpunc", "other scripts have other punctuation"),
          Map.entry("puncspacing", "French and Chinese space punctuation in another way"),
          Map.entry("sentencecount", "a translation may join or split sentences"),
          Map.entry("simplecaps", "languages differ in capitals"),
          Map.entry("spellcheck", "depends on the dictionaries of the machine"),
          Map.entry("startcaps", "Dutch starts with ’s, other scripts have no capitals"),
          Map.entry("startpunc", "Spanish starts with ¿"),
          Map.entry("unchanged", "some words are the same; UntranslatedRule gives hints"),
          Map.entry("untranslated", "pages may be translated later; bin/check-content names them"));

  /** Texts in which a check finds something that is right; in other texts it must find nothing. */
  private static final Map<String, Predicate<Finding>> RIGHT =
      Map.of(
          "newlines", Finding::isQuotation,
          "niciun_nicio", finding -> finding.message().getMsgstr().contains("nici unele mai mari"),
          "numbers",
              finding ->
                  finding.isPlural() || finding.isQuotation() || finding.hasTwelveHourClock(),
          "pythonbraceformat", finding -> finding.isPlural() || finding.hasDutchWord(),
          "short", finding -> finding.language().equals("zh-Hans"));

  @TempDir Path folder;

  private record Finding(String language, String test, Message message) {

    String context() {
      return message.getMsgctxt();
    }

    boolean isPlural() {
      return message.isPlural() || message.getMsgid().contains(", plural,");
    }

    /** Whether it is a Dutch sentence to say; its translation has the meaning below it. */
    boolean isQuotation() {
      return context().contains("-quotation-");
    }

    /** Whether the text says 5pm where the Dutch says 17. */
    boolean hasTwelveHourClock() {
      return language.equals("en") && message.getMsgstr().contains("5pm");
    }

    boolean hasDutchWord() {
      return (message.getMsgid() + message.getMsgstr()).contains("{nl:");
    }

    @Override
    public String toString() {
      return language + " " + context() + ": " + test;
    }
  }

  static List<Language> translations() {
    return Languages.read(Path.of("i18n")).all().stream()
        .filter(language -> !language.equals(Language.DUTCH))
        .toList();
  }

  @BeforeEach
  void requireTools() {
    boolean required = "true".equals(System.getenv("UITWEG_TEST_REQUIRES_TOOLS"));
    for (String tool : List.of("msgfmt", "pofilter")) {
      Assumptions.assumeTrue(
          required || isInstalled(tool), tool + " is not installed; bin/test installs it");
    }
  }

  @ParameterizedTest
  @MethodSource("translations")
  void findNothingInExport(Language language) throws Exception {
    String po = PoExport.of(new SourceTexts(Path.of(""), language), Instant.EPOCH);
    assertThat(msgfmt(po)).isEmpty();
    assertThat(pofilter(language, po)).isEmpty();
  }

  @Test
  void findMistakes() throws Exception {
    Language polish = new Language("pl");
    String po = PoExport.of(new SourceTexts(Path.of(""), polish), Instant.EPOCH);
    assertThat(msgfmt(po.replace("nplurals=3", "nplurals=4"))).contains("nplurals = 4");
    String broken =
        po.replace("{0, number} znaków", "znaków")
            .replace("\"Przejdź do treści\"", "\"Przejdź  do treści\"");
    assertThat(pofilter(polish, broken))
        .extracting(Finding::toString)
        .contains("pl form:too-long-hint: pythonbraceformat", "pl page:skip: doublespacing");
  }

  private String msgfmt(String po) throws Exception {
    Path file = Files.writeString(folder.resolve("texts.po"), po);
    return run("msgfmt", "-c", "-o", folder.resolve("texts.mo").toString(), file.toString());
  }

  private List<Finding> pofilter(Language language, String po) throws Exception {
    Path file = Files.writeString(folder.resolve("texts.po"), po);
    Path found = folder.resolve("found.po");
    Files.deleteIfExists(found);
    List<String> command = new ArrayList<>(List.of("pofilter", "--progress=none"));
    LEFT_OUT.keySet().forEach(test -> command.add("--excludefilter=" + test));
    command.addAll(List.of("--language=" + language.code().replace('-', '_')));
    command.addAll(List.of(file.toString(), found.toString()));
    run(command.toArray(String[]::new));
    if (Files.notExists(found)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    new PoParser()
        .parseCatalog(found.toFile())
        .forEach(
            message ->
                tests(message.getComments())
                    .map(test -> new Finding(language.code(), test, message))
                    .filter(
                        finding -> !RIGHT.getOrDefault(finding.test(), none -> false).test(finding))
                    .forEach(findings::add));
    return findings;
  }

  /** The names of the checks in lines such as {@code (pofilter) numbers: Different numbers}. */
  private static Stream<String> tests(Collection<String> comments) {
    return comments.stream()
        .map(String::strip)
        .filter(comment -> comment.startsWith("(pofilter) "))
        .map(comment -> comment.substring("(pofilter) ".length(), comment.indexOf(':')));
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private static String run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
