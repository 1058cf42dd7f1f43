package nl.uitweg.operator;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.uitweg.command.CommandLines;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Command behind {@code bin/keys}: creates, shows, rotates and retires keysets, and rewraps the
 * keys of stored reports, referrals and dossiers. Prints no secrets.
 */
@Command(
    name = "bin/keys",
    synopsisSubcommandLabel = "COMMAND",
    description = "Creates, shows, rotates and retires keysets, and rewraps stored keys.",
    footer = {
      "",
      "bin/keys COMMAND --help shows its arguments.",
      "FOLDER has public/ (for both tiers), private/ (for the desk) and offline/ (the private recovery keyset:"
          + " create it on another machine and copy only public/recovery.public.json here).",
      "MUNICIPALITY can also be \"care\": the keyset of the care coordination.",
      "rewrap, retire and recover read QUARKUS_DATASOURCE_JDBC_URL, _USERNAME (portal_backoffice) and _PASSWORD."
    })
final class KeysCommand {

  private static final String MUNICIPALITY = "MUNICIPALITY";

  KeysCommand() {}

  @Command(
      description =
          "Creates what is missing: keysets (also of care coordination and recovery), form keys, and the salt and"
              + " pepper of the receipt codes.")
  void create(
      @Parameters(paramLabel = "FOLDER") Path folder,
      @Parameters(paramLabel = MUNICIPALITY, arity = "1..*") List<String> municipalities) {
    KeyFolder.createIfMissing(folder, municipalities);
    show(folder);
  }

  @Command(description = "Lists the keysets, without secrets.")
  void show(@Parameters(paramLabel = "FOLDER") Path folder) {
    KeyFolder.describe(folder).forEach(CommandLines.OUT::println);
  }

  @Command(description = "Adds a key for new reports; old reports stay readable.")
  void rotate(
      @Parameters(paramLabel = "FOLDER") Path folder,
      @Parameters(paramLabel = MUNICIPALITY) String municipality) {
    KeyFolder.rotate(folder, municipality);
    show(folder);
  }

  @Command(
      description = "Rewraps the keys of stored reports, referrals and dossiers for the new key.")
  void rewrap(
      @Parameters(paramLabel = "FOLDER") Path folder,
      @Parameters(paramLabel = MUNICIPALITY) String municipality) {
    rewrap(folder, Opener.read(folder.resolve("private")), municipality, municipality);
  }

  @Command(
      description =
          "Rewraps, and removes the old keys if every stored key could be unwrapped, except those of the reports and"
              + " referrals with these ids. Restart both tiers before and the desk after.")
  void retire(
      @Parameters(paramLabel = "FOLDER") Path folder,
      @Parameters(paramLabel = MUNICIPALITY) String municipality,
      @Parameters(paramLabel = "ID", arity = "0..*") @Nullable List<UUID> givenUp) {
    Opener opener = Opener.read(folder.resolve("private"));
    Set<UUID> failed = new TreeSet<>(rewrap(folder, opener, municipality, municipality).failed());
    if (givenUp != null) {
      givenUp.forEach(failed::remove);
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException(
          "The old keys were not retired, because the keys listed above cannot be unwrapped. Run"
              + " bin/keys recover first. To give up a report, referral or dossier whose key cannot be"
              + " recovered either, add its id to the command.");
    }
    KeyFolder.retire(folder, municipality);
    show(folder);
  }

  @Command(description = "Makes reports readable again with the private recovery keyset FILE.")
  void recover(
      @Parameters(paramLabel = "FOLDER") Path folder,
      @Parameters(paramLabel = MUNICIPALITY) String municipality,
      @Parameters(paramLabel = "FILE") Path recoveryKeyset) {
    rewrap(folder, Opener.recovery(recoveryKeyset), municipality, Sealer.RECOVERY);
  }

  private static KeyRewrapper.Result rewrap(
      Path folder, Opener opener, String municipality, String from) {
    DatabaseLogin login =
        new DatabaseLogin(
            CommandLines.setting("QUARKUS_DATASOURCE_JDBC_URL"),
            CommandLines.setting("QUARKUS_DATASOURCE_USERNAME"),
            System.getenv().getOrDefault("QUARKUS_DATASOURCE_PASSWORD", ""));
    Sealer sealer = Sealer.read(folder.resolve("public"));
    KeyRewrapper.Result result = new KeyRewrapper(login, opener, sealer).rewrap(municipality, from);
    CommandLines.OUT.printf("%d keys rewrapped for %s%n", result.rewrapped(), municipality);
    result
        .failed()
        .forEach(
            id ->
                CommandLines.OUT.printf(
                    "A key of report, referral or dossier %s cannot be unwrapped%n", id));
    return result;
  }
}
