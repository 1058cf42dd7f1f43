package nl.uitweg.seed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of one table in the binary format of PostgreSQL's {@code COPY}. */
final class CopyRows {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final LocalDate POSTGRES_EPOCH = LocalDate.of(2000, 1, 1);
  private static final Instant POSTGRES_EPOCH_INSTANT = Instant.parse("2000-01-01T00:00:00Z");
  private static final int TEXT_OID = 25;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
  private final DataOutputStream out = new DataOutputStream(bytes);

  CopyRows() {
    try {
      out.write(SIGNATURE);
      out.writeInt(0);
      out.writeInt(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds a row.
   *
   * @param values each a UUID, String, byte[], LocalDate, Instant, Boolean, Integer, Long, String[]
   *     or null
   */
  void add(@Nullable Object... values) {
    try {
      out.writeShort(values.length);
      for (@Nullable Object value : values) {
        write(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(@Nullable Object value) throws IOException {
    if (value == null) {
      out.writeInt(-1);
    } else if (value instanceof UUID id) {
      out.writeInt(16);
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
    } else if (value instanceof String text) {
      field(text.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof byte[] raw) {
      field(raw);
    } else if (value instanceof LocalDate day) {
      out.writeInt(4);
      out.writeInt((int) ChronoUnit.DAYS.between(POSTGRES_EPOCH, day));
    } else if (value instanceof Instant at) {
      out.writeInt(8);
      out.writeLong(ChronoUnit.MICROS.between(POSTGRES_EPOCH_INSTANT, at));
    } else if (value instanceof Boolean yes) {
      out.writeInt(1);
      out.writeByte(yes ? 1 : 0);
    } else if (value instanceof Integer number) {
      out.writeInt(4);
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeInt(8);
      out.writeLong(number);
    } else {
      array((String[]) value);
    }
  }

  private void field(byte[] raw) throws IOException {
    out.writeInt(raw.length);
    out.write(raw);
  }

  private void array(String[] texts) throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    DataOutputStream array = new DataOutputStream(inner);
    array.writeInt(texts.length == 0 ? 0 : 1);
    array.writeInt(0);
    array.writeInt(TEXT_OID);
    if (texts.length > 0) {
      array.writeInt(texts.length);
      array.writeInt(1);
    }
    for (String text : texts) {
      byte[] raw = text.getBytes(StandardCharsets.UTF_8);
      array.writeInt(raw.length);
      array.write(raw);
    }
    field(inner.toByteArray());
  }

  /** The complete data, with the trailer of the format; nothing can be added afterwards. */
  byte[] finish() {
    try {
      out.writeShort(-1);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
