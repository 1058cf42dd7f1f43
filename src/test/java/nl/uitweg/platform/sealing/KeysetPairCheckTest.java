package nl.uitweg.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what is required of the key folders when the application starts. */
class KeysetPairCheckTest {

  @TempDir Path keys;
  @TempDir Path others;

  private record Folders(Optional<Path> directory, Optional<Path> privateDirectory)
      implements KeySettings {}

  @Test
  void acceptsKeysetsThatBelongTogether() {
    KeyFolder.createIfMissing(keys, List.of("zilvervoort"));
    assertThatCode(() -> check().requireMatching(List.of("zilvervoort")))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAMissingKeysetAndOneOfAnotherInstallation() throws IOException {
    KeyFolder.createIfMissing(keys, List.of("zilvervoort", "lindestede"));
    assertThatThrownBy(() -> check().requireMatching(List.of("zilvervoort", "ankerdaal")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no ankerdaal.private.json");
    assertThat(check().match("ankerdaal")).isFalse();

    KeyFolder.createIfMissing(others, List.of("lindestede"));
    Files.copy(
        others.resolve("public/lindestede.public.json"),
        keys.resolve("public/lindestede.public.json"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(check().match("zilvervoort")).isTrue();
    assertThat(check().match("lindestede")).isFalse();
    assertThatThrownBy(() -> check().requireMatching(List.of("zilvervoort", "lindestede")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lindestede.private.json does not belong to the public keyset");
  }

  @Test
  void stopsStartUpWithTheNameOfAMissingSetting() {
    SealingConfiguration configuration = new SealingConfiguration();
    Folders none = new Folders(Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> configuration.sealer(none))
        .hasMessageContaining("portal.keys.directory is not set");
    assertThatThrownBy(() -> configuration.opener(none))
        .hasMessageContaining("portal.keys.private-directory is not set");
    Path missing = keys.resolve("missing");
    Folders wrong = new Folders(Optional.of(missing), Optional.of(missing));
    assertThatThrownBy(() -> configuration.formSeal(wrong))
        .hasMessage("portal.keys.directory names " + missing + ", which is not a directory");
  }

  @Test
  void readsEveryKeyFromItsFolder() throws UnsealException {
    KeyFolder.createIfMissing(keys, List.of("zilvervoort"));
    SealingConfiguration configuration = new SealingConfiguration();
    Folders folders =
        new Folders(Optional.of(keys.resolve("public")), Optional.of(keys.resolve("private")));
    assertThat(configuration.sealer(folders).hasKeyset("zilvervoort")).isTrue();
    Opener opener = configuration.opener(folders);
    assertThat(opener.hasKeyset("zilvervoort")).isTrue();
    assertThat(configuration.contentKeyCache(opener).size()).isZero();
    byte[] text = {1, 2, 3};
    assertThat(
            configuration
                .deskSeal(folders)
                .open("form", configuration.deskSeal(folders).seal("form", text)))
        .isEqualTo(text);
    assertThat(
            configuration
                .formSeal(folders)
                .open("form", configuration.formSeal(folders).seal("form", text)))
        .isEqualTo(text);
    assertThatThrownBy(
            () ->
                configuration
                    .deskSeal(folders)
                    .open("form", configuration.formSeal(folders).seal("form", text)))
        .as("a visitor's token at the desk")
        .isInstanceOf(UnsealException.class);
    assertThat(configuration.receiptDerivation(folders).newSeed()).hasSize(32);
    assertThat(configuration.blindIndex(folders).of("phone", "+31612345678"))
        .hasSize(16)
        .isEqualTo(configuration.blindIndex(folders).of("phone", "+31612345678"))
        .isNotEqualTo(configuration.blindIndex(folders).of("plate", "+31612345678"))
        .isNotEqualTo(configuration.blindIndex(folders).of("phone", "+31612345679"));
  }

  private KeysetPairCheck check() {
    return new KeysetPairCheck(
        Sealer.read(keys.resolve("public")), Opener.read(keys.resolve("private")));
  }
}
