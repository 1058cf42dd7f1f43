package nl.uitweg.platform.sealing;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.uitweg.testsupport.Servers;

/**
 * The sealed rows of reports in a stolen database dump.
 *
 * @param rows rows of all kinds
 */
record StolenDatabase(List<Row> rows) {

  /**
   * Queries by kind of associated data. The columns are the name of the row, the parts of its
   * associated data, and its sealed bytes.
   */
  private static final Map<String, String> QUERIES =
      Map.of(
          "report",
          "select 'report ' || r.id, array[r.id::text, coalesce(r.addressed_to, ''),"
              + " r.received_on::text] || r.forms, r.sealed from report r",
          "key",
          "select 'key ' || k.what || ' ' || r.id || ' ' || k.recipient,"
              + " array[k.what, r.id::text, k.recipient], k.wrapped"
              + " from wrapped_key k join report r on r.id = k.report_id",
          "conversation-key",
          "select 'receipt ' || r.id, array[r.id::text], k.wrapped"
              + " from receipt k join report r on r.id = k.report_id",
          "message",
          "select 'message ' || m.id, array[r.id::text, coalesce(r.addressed_to, ''), m.id::text,"
              + " m.position::text, case when m.from_officer then 'to-reporter' else 'to-officer' end],"
              + " m.sealed from message m join report r on r.id = m.report_id",
          "note",
          "select 'note ' || n.id, array[r.id::text, coalesce(r.addressed_to, ''), n.id::text,"
              + " n.position::text], n.sealed from note n join report r on r.id = n.report_id",
          "translation",
          "select 'translation ' || t.part, array[r.id::text, coalesce(r.addressed_to, ''), t.part],"
              + " t.sealed from translation t join report r on r.id = t.report_id",
          "attachment",
          "select 'attachment ' || a.id, array[r.id::text, coalesce(r.addressed_to, ''), a.id::text],"
              + " a.sealed from attachment a join report r on r.id = a.report_id",
          "attachment-voucher",
          "select 'voucher ' || a.id, array[r.id::text, coalesce(r.addressed_to, ''), a.id::text],"
              + " a.voucher from attachment a join report r on r.id = a.report_id");

  /**
   * A sealed row.
   *
   * @param name kind of the row, and what identifies it
   * @param associatedData as the application defines it for this row
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(String name, AssociatedData associatedData, byte[] bytes) {

    boolean isWrapped() {
      return name.startsWith("key ");
    }

    boolean isKey() {
      return isWrapped() || name.startsWith("receipt ");
    }

    byte[] ciphertext() throws UnsealException {
      return isWrapped()
          ? KeyEnvelope.ciphertext(bytes)
          : Format.of(bytes, Format.KNOWN).unframe(bytes);
    }

    byte[] encodedAssociatedData() {
      return associatedData.encode(Format.CURRENT.version());
    }
  }

  /**
   * Reads the rows of a report and of other reports.
   *
   * @param report id of the report that is always included
   * @param maxReports maximum number of reports, this one included
   */
  static StolenDatabase read(String report, int maxReports) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Connection superuser =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = superuser.createStatement()) {
      for (Map.Entry<String, String> query : QUERIES.entrySet()) {
        try (ResultSet row =
            statement.executeQuery(
                query.getValue()
                    + " where r.id in (select id from report order by id <> '%s' limit %d)"
                        .formatted(report, maxReports))) {
          while (row.next()) {
            List<String> parts = List.of((String[]) row.getArray(2).getArray());
            rows.add(
                new Row(
                    row.getString(1), new AssociatedData(query.getKey(), parts), row.getBytes(3)));
          }
        }
      }
    }
    return new StolenDatabase(rows);
  }

  /**
   * Decrypts as many rows as possible. A key that a row contains is tried on the other rows.
   *
   * @return content by name of the row
   */
  Map<String, byte[]> decrypt(List<DecryptionKey> keys) throws GeneralSecurityException {
    Map<String, byte[]> decrypted = new TreeMap<>();
    List<DecryptionKey> untried = new ArrayList<>(keys);
    while (!untried.isEmpty()) {
      DecryptionKey key = untried.remove(0);
      for (Row row : rows) {
        if (!decrypted.containsKey(row.name()) && tryKey(key, row, decrypted) && row.isKey()) {
          byte[] found = decrypted.getOrDefault(row.name(), new byte[0]);
          untried.add(DecryptionKey.aead(found));
        }
      }
    }
    return decrypted;
  }

  private static boolean tryKey(DecryptionKey key, Row row, Map<String, byte[]> decrypted) {
    try {
      byte[] content = key.decrypt(row.ciphertext(), row.encodedAssociatedData());
      decrypted.put(row.name(), row.isWrapped() ? content : Format.CURRENT.unpad(content));
      return true;
    } catch (GeneralSecurityException | UnsealException wrongKey) {
      return false;
    }
  }
}
