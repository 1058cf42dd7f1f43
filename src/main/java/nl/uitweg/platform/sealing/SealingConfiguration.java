package nl.uitweg.platform.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Produces the sealing beans from the key files. A missing file stops start-up; no key is ever
 * generated here.
 */
@ApplicationScoped
class SealingConfiguration {

  @Produces
  @Singleton
  Sealer sealer(KeySettings keys) {
    return Sealer.read(publicFolder(keys));
  }

  @Produces
  @Singleton
  FormSeal formSeal(KeySettings keys) {
    return FormSeal.read(publicFolder(keys));
  }

  @Produces
  @Singleton
  ReceiptDerivation receiptDerivation(KeySettings keys) {
    return ReceiptDerivation.read(publicFolder(keys));
  }

  @Produces
  @Singleton
  Opener opener(KeySettings keys) {
    return Opener.read(privateFolder(keys));
  }

  @Produces
  @Singleton
  DeskSeal deskSeal(KeySettings keys) {
    return DeskSeal.read(privateFolder(keys));
  }

  @Produces
  @Singleton
  ContentKeyCache contentKeyCache(Opener opener) {
    return new ContentKeyCache(opener);
  }

  @Produces
  @Singleton
  BlindIndex blindIndex(KeySettings keys) {
    return BlindIndex.read(privateFolder(keys));
  }

  private static Path privateFolder(KeySettings keys) {
    return folder(
        "portal.keys.private-directory",
        keys.privateDirectory(),
        "the folder with the private keysets of the municipalities");
  }

  static Path publicFolder(KeySettings keys) {
    return folder(
        "portal.keys.directory",
        keys.directory(),
        "the folder with the public keysets, made with bin/keys");
  }

  private static Path folder(String setting, Optional<Path> value, String description) {
    Path folder =
        value.orElseThrow(
            () -> new IllegalStateException(setting + " is not set; it must name " + description));
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(setting + " names " + folder + ", which is not a directory");
    }
    return folder;
  }
}
