package nl.uitweg.platform.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the key files once; without them nothing starts, and nothing is ever generated here. */
@ApplicationScoped
class SealingConfiguration {

  @Produces
  @Singleton
  Sealer sealer(Keys keys) {
    return Sealer.read(open(keys));
  }

  @Produces
  @Singleton
  FormSeal formSeal(Keys keys) {
    return FormSeal.read(open(keys));
  }

  @Produces
  @Singleton
  Receipts receipts(Keys keys) {
    return Receipts.read(open(keys));
  }

  @Produces
  @Singleton
  Opener opener(Keys keys) {
    return Opener.read(secret(keys));
  }

  @Produces
  @Singleton
  DeskSeal deskSeal(Keys keys) {
    return DeskSeal.read(secret(keys));
  }

  @Produces
  @Singleton
  KeyMemory keyMemory(Opener opener) {
    return new KeyMemory(opener);
  }

  @Produces
  @Singleton
  BlindIndex blindIndex(Keys keys) {
    return BlindIndex.read(secret(keys));
  }

  private static Path secret(Keys keys) {
    return folder(
        "portal.keys.private-directory",
        keys.privateDirectory(),
        "the folder with the private keysets of the municipalities");
  }

  private static Path open(Keys keys) {
    return folder(
        "portal.keys.directory",
        keys.directory(),
        "the folder with the public keysets, made with bin/keys");
  }

  private static Path folder(String setting, Optional<Path> value, String meaning) {
    Path folder =
        value.orElseThrow(
            () -> new IllegalStateException(setting + " is not set; it names " + meaning));
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(setting + " names " + folder + ", which is not a folder");
    }
    return folder;
  }
}
