package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.operator.DatabaseLogin;
import nl.uitweg.operator.KeyRewrapper;
import nl.uitweg.platform.sealing.AssociatedData;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Fingerprints;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests key rotation, rewrapping, and recovery after the loss of a keyset. */
@ServerTest
class RecoveryTest {

  private static final byte[] TEXT = "wat er gemeld is".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NOTE = "wat erbij genoteerd is".getBytes(StandardCharsets.UTF_8);
  private static final String MUNICIPALITY = "testdorp";
  private static final List<String> MUNICIPALITIES = List.of(MUNICIPALITY);

  @TempDir Path keys;

  @Test
  void opensOldAndNewReportsAfterRotationAndRewrapping() throws SQLException, UnsealException {
    KeyFolder.createIfMissing(keys, MUNICIPALITIES);
    UUID before = store(Sealer.read(keys.resolve("public")));
    byte[] wrappedBefore = wrapped(before);
    KeyFolder.rotate(keys, MUNICIPALITY);
    UUID after = store(Sealer.read(keys.resolve("public")));
    Opener opener = Opener.read(keys.resolve("private"));
    assertThat(open(opener, before)).isEqualTo(TEXT);
    assertThat(open(opener, after)).isEqualTo(TEXT);
    KeyRewrapper.Result result =
        new KeyRewrapper(deskLogin(), opener, Sealer.read(keys.resolve("public")))
            .rewrap(MUNICIPALITY, MUNICIPALITY);
    assertThat(result.rewrapped()).as("keys of two reports and of their notes").isEqualTo(4);
    assertThat(wrapped(before)).isNotEqualTo(wrappedBefore);
    assertThat(Fingerprints.ofKey(wrapped(before)))
        .as("rewrapping does not change the fingerprint of the key")
        .isEqualTo(Fingerprints.ofKey(wrappedBefore));
    assertThat(open(opener, before)).isEqualTo(TEXT);
    assertThat(openNote(opener, before)).isEqualTo(NOTE);
    assertThat(KeyFolder.describe(keys))
        .anyMatch(line -> line.startsWith(MUNICIPALITY + ": 2 key(s)"));
    delete(before, after);
  }

  @Test
  void recoversReportsAfterLossOfKeyset() throws Exception {
    KeyFolder.createIfMissing(keys, MUNICIPALITIES);
    UUID report = store(Sealer.read(keys.resolve("public")));
    Files.delete(keys.resolve("private/testdorp.private.json"));
    Files.delete(keys.resolve("public/testdorp.public.json"));
    KeyFolder.createIfMissing(keys, MUNICIPALITIES);
    Opener fresh = Opener.read(keys.resolve("private"));
    assertThatThrownBy(() -> open(fresh, report)).isInstanceOf(UnsealException.class);
    Opener recovery = Opener.recovery(keys.resolve("offline/recovery.private.json"));
    KeyRewrapper.Result result =
        new KeyRewrapper(deskLogin(), recovery, Sealer.read(keys.resolve("public")))
            .rewrap(MUNICIPALITY, Sealer.RECOVERY);
    assertThat(result.rewrapped()).as("keys of a report and of its notes").isEqualTo(2);
    assertThat(open(fresh, report)).isEqualTo(TEXT);
    assertThat(openNote(fresh, report)).isEqualTo(NOTE);
    delete(report);
  }

  @Test
  void opensReferralsAfterOldKeysAreRetired() throws SQLException, UnsealException {
    KeyFolder.createIfMissing(keys, MUNICIPALITIES);
    Sealer old = Sealer.read(keys.resolve("public"));
    UUID report = store(old);
    UUID referral = refer(old, report);
    for (String keyset : List.of("care", MUNICIPALITY)) {
      KeyFolder.rotate(keys, keyset);
      Opener opener = Opener.read(keys.resolve("private"));
      assertThat(
              new KeyRewrapper(deskLogin(), opener, Sealer.read(keys.resolve("public")))
                  .rewrap(keyset, keyset)
                  .rewrapped())
          .as(keyset)
          .isPositive();
      KeyFolder.retire(keys, keyset);
      assertThat(KeyFolder.describe(keys)).anyMatch(line -> line.startsWith(keyset + ": 1 key(s)"));
    }
    Opener opener = Opener.read(keys.resolve("private"));
    for (String keyset : List.of("care", MUNICIPALITY)) {
      assertThat(openReferral(opener, referral, keyset)).as(keyset).isEqualTo(TEXT);
    }
    assertThat(open(opener, report)).isEqualTo(TEXT);
    assertThat(openNote(opener, report)).isEqualTo(NOTE);
    delete(report);
  }

  @Test
  void listsReportsWhoseKeyCannotBeUnwrapped() throws SQLException {
    KeyFolder.createIfMissing(keys, MUNICIPALITIES);
    Sealer sealer = Sealer.read(keys.resolve("public"));
    UUID readable = store(sealer);
    UUID altered = store(sealer);
    SuperuserDatabase.change(
        "update wrapped_key set wrapped = 'x' where report_id = ? and what = 'report' and recipient = ?",
        altered,
        MUNICIPALITY);
    assertThat(
            new KeyRewrapper(deskLogin(), Opener.read(keys.resolve("private")), sealer)
                .rewrap(MUNICIPALITY, MUNICIPALITY)
                .failed())
        .contains(altered)
        .doesNotContain(readable);
    delete(readable);
    delete(altered);
  }

  private static DatabaseLogin deskLogin() {
    return new DatabaseLogin(Servers.database().jdbcUrl(), "portal_backoffice", "");
  }

  private static UUID refer(Sealer sealer, UUID report) throws SQLException {
    UUID id = UUID.randomUUID();
    ContentKey key = sealer.freshKey();
    try (Connection superuser = connect("postgres");
        PreparedStatement referral =
            superuser.prepareStatement(
                "insert into referral values (?, ?, 'care', 'care', now(), ?)");
        PreparedStatement wrapped =
            superuser.prepareStatement("insert into referral_key values (?, ?, ?)")) {
      referral.setObject(1, id);
      referral.setObject(2, report);
      referral.setBytes(3, key.seal(AssociatedData.of("referral", id), TEXT));
      referral.executeUpdate();
      for (Map.Entry<String, byte[]> entry :
          sealer.wrap(key, "referral", id, List.of(MUNICIPALITY, "care")).entrySet()) {
        wrapped.setObject(1, id);
        wrapped.setString(2, entry.getKey());
        wrapped.setBytes(3, entry.getValue());
        wrapped.executeUpdate();
      }
    }
    return id;
  }

  private static byte[] openReferral(Opener opener, UUID id, String keyset)
      throws SQLException, UnsealException {
    try (Connection superuser = connect("postgres");
        PreparedStatement query =
            superuser.prepareStatement(
                "select k.wrapped, r.sealed from referral r join referral_key k on k.referral_id = r.id"
                    + " where r.id = ? and k.recipient = ?")) {
      query.setObject(1, id);
      query.setString(2, keyset);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return opener
            .unwrap(keyset, "referral", id, row.getBytes(1))
            .open(AssociatedData.of("referral", id), row.getBytes(2));
      }
    }
  }

  private static UUID store(Sealer sealer) throws SQLException {
    UUID id = UUID.randomUUID();
    ContentKey key = sealer.freshKey();
    ContentKey notesKey = sealer.freshKey();
    try (Connection superuser = connect("postgres");
        PreparedStatement report =
            superuser.prepareStatement(
                "insert into report (id, municipality, forms, state, urgency, received_on, closed_on, sealed, version) values (?, 'testdorp', '{}', 'NEW', 'NORMAL', now(), null, ?, 0)");
        PreparedStatement note =
            superuser.prepareStatement("insert into note values (gen_random_uuid(), ?, 1, ?)")) {
      report.setObject(1, id);
      report.setBytes(2, key.seal(AssociatedData.of("report", id), TEXT));
      report.executeUpdate();
      note.setObject(1, id);
      note.setBytes(2, notesKey.seal(AssociatedData.of("note", id), NOTE));
      note.executeUpdate();
      store(superuser, id, "report", sealer.wrap(key, "report", id, MUNICIPALITIES));
      store(superuser, id, "notes", sealer.wrap(notesKey, "notes", id, MUNICIPALITIES));
    }
    return id;
  }

  private static void store(Connection superuser, UUID id, String keyName, Map<String, byte[]> keys)
      throws SQLException {
    try (PreparedStatement wrapped =
        superuser.prepareStatement("insert into wrapped_key values (?, ?, ?, ?)")) {
      for (Map.Entry<String, byte[]> entry : keys.entrySet()) {
        wrapped.setObject(1, id);
        wrapped.setString(2, keyName);
        wrapped.setString(3, entry.getKey());
        wrapped.setBytes(4, entry.getValue());
        wrapped.executeUpdate();
      }
    }
  }

  private static byte[] open(Opener opener, UUID id) throws SQLException, UnsealException {
    return opener
        .unwrap(MUNICIPALITY, "report", id, wrapped(id))
        .open(
            AssociatedData.of("report", id), sealed("select sealed from report where id = ?", id));
  }

  private static byte[] openNote(Opener opener, UUID id) throws SQLException, UnsealException {
    return opener
        .unwrap(MUNICIPALITY, "notes", id, wrapped(id, "notes"))
        .open(
            AssociatedData.of("note", id),
            sealed("select sealed from note where report_id = ?", id));
  }

  private static byte[] sealed(String select, UUID id) throws SQLException {
    try (Connection superuser = connect("postgres");
        PreparedStatement query = superuser.prepareStatement(select)) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }

  private static byte[] wrapped(UUID id) throws SQLException {
    return wrapped(id, "report");
  }

  private static byte[] wrapped(UUID id, String keyName) throws SQLException {
    try (Connection superuser = connect("postgres");
        PreparedStatement query =
            superuser.prepareStatement(
                "select wrapped from wrapped_key where report_id = ? and what = ?"
                    + " and recipient = 'testdorp'")) {
      query.setObject(1, id);
      query.setString(2, keyName);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }

  private static void delete(UUID... ids) throws SQLException {
    try (Connection superuser = connect("postgres");
        PreparedStatement statement =
            superuser.prepareStatement("delete from report where id = ?")) {
      for (UUID id : ids) {
        statement.setObject(1, id);
        statement.executeUpdate();
      }
    }
  }

  private static Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(Servers.database().jdbcUrl(), role, "");
  }
}
