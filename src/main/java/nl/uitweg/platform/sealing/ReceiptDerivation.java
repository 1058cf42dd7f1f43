package nl.uitweg.platform.sealing;

import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Derives the id of a report and its {@link ReceiptCode} from the seed of the report, and the
 * lookup id and access key of a conversation from the code. Codes are hashed with Argon2id (RFC
 * 9106; 32 MiB, 3 passes, 1 lane, with a pepper); the other derivations use HKDF-SHA256 (RFC 5869).
 */
public final class ReceiptDerivation {

  private static final int SEED_BYTES = 32;
  private static final Cost COST = new Cost(32 * 1024, 3);
  private static final int LOOKUP_ID_BYTES = 16;
  private static final int ACCESS_BYTES = LOOKUP_ID_BYTES + Primitives.KEY_BYTES;
  private static final int HASH_BYTES = 32;
  private static final Pattern RECEIPT_SECRET =
      Pattern.compile("[0-9A-Fa-f]{" + 2 * KeyFolder.RECEIPT_SECRET_BYTES + "}");
  private static final BigInteger CODE_SPACE = BigInteger.TEN.pow(ReceiptCode.RANDOM_DIGITS);

  private final byte[] salt;
  private final byte[] pepper;
  private final Cost cost;

  /**
   * Slots for codes that visitors type. Guessing codes can exhaust these slots, never {@link
   * #sendingSlots}.
   */
  final DerivationSlots readingSlots = new DerivationSlots(2, 32, Duration.ofSeconds(10));

  private final DerivationSlots sendingSlots = new DerivationSlots(2, 200, Duration.ofSeconds(30));

  /** What one derivation with Argon2id costs. */
  record Cost(int memoryKib, int iterations) {}

  private ReceiptDerivation(byte[] salt, byte[] pepper, Cost cost) {
    this.salt = salt;
    this.pepper = pepper;
    this.cost = cost;
  }

  /** Reads salt and pepper, 32 bytes each, which all replicas of the public tier share. */
  public static ReceiptDerivation read(Path publicFolder) {
    return read(publicFolder, COST);
  }

  static ReceiptDerivation read(Path publicFolder, Cost cost) {
    Path file = publicFolder.resolve("receipt.hex");
    try {
      String digits = Files.readString(file).strip();
      if (!RECEIPT_SECRET.matcher(digits).matches()) {
        throw new IllegalStateException(
            "The file " + file + " must contain 64 bytes in hexadecimal (128 digits)");
      }
      byte[] secret = HexFormat.of().parseHex(digits);
      return new ReceiptDerivation(
          Arrays.copyOf(secret, 32), Arrays.copyOfRange(secret, 32, 64), cost);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be read", e);
    }
  }

  /** A new random seed for a form, 32 bytes. */
  public byte[] newSeed() {
    return Random.randBytes(SEED_BYTES);
  }

  /**
   * Derives the seed of a report from the random seed of its form and the digest of its answers.
   * Equal answers in the same form give an equal seed.
   *
   * @param formSeed result of {@link #newSeed}
   */
  public byte[] reportSeed(byte[] formSeed, byte[] answersDigest) {
    return hkdf(formSeed, "answers/" + HexFormat.of().formatHex(answersDigest), SEED_BYTES);
  }

  /** Derives the id of a report from its seed. */
  public UUID reportId(byte[] reportSeed) {
    return uuid(hkdf(reportSeed, "report-id", 16));
  }

  /**
   * Derives the id of a file from the seed of its report; an equal file gives an equal id.
   *
   * @param digest digest of file name and content
   */
  public UUID fileId(byte[] reportSeed, byte[] digest) {
    return uuid(hkdf(reportSeed, "file-id/" + HexFormat.of().formatHex(digest), 16));
  }

  private static UUID uuid(byte[] random) {
    ByteBuffer bytes = ByteBuffer.wrap(random);
    long high = (bytes.getLong() & ~0xF000L) | 0x4000L;
    long low = (bytes.getLong() & ~0xC000000000000000L) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** Derives the receipt code of a report from its seed. */
  public ReceiptCode receiptCode(byte[] reportSeed) {
    BigInteger number = new BigInteger(1, hkdf(reportSeed, "receipt", 32)).mod(CODE_SPACE);
    return ReceiptCode.complete(
        String.format(Locale.ROOT, "%0" + ReceiptCode.RANDOM_DIGITS + "d", number));
  }

  /**
   * What is derived from a code: the id under which the conversation is stored, and the access key.
   *
   * @param lookupId 16 bytes by which the conversation is found in the database
   * @param key access key; unwraps the conversation key, see {@link ReceiptKeyWrap}
   */
  // never compared with equals: the database looks the id up
  @SuppressWarnings("ArrayRecordComponent")
  public record Access(byte[] lookupId, ContentKey key) {

    /** The lookup id and the key, 48 bytes; as secret as the code. */
    public byte[] toByteArray() {
      return ByteBuffer.allocate(ACCESS_BYTES).put(lookupId).put(key.toByteArray()).array();
    }

    /**
     * The access with these bytes.
     *
     * @throws IllegalArgumentException when their number is not 48
     */
    public static Access of(byte[] bytes) {
      if (bytes.length != ACCESS_BYTES) {
        throw new IllegalArgumentException(
            "The access of a code must have " + ACCESS_BYTES + " bytes");
      }
      return new Access(
          Arrays.copyOf(bytes, LOOKUP_ID_BYTES),
          ContentKey.of(Arrays.copyOfRange(bytes, LOOKUP_ID_BYTES, ACCESS_BYTES)));
    }
  }

  /**
   * Thrown when too many derivations wait already, or no slot became free in time. Nothing was read
   * or stored; a later attempt may succeed.
   */
  public static final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Derives the access of a reporter who returns with a code. The derivation is deliberately slow
   * (some tens of milliseconds), and few run concurrently.
   *
   * @throws BusyException when too many derivations wait, or no slot became free in time
   */
  public Access accessForReading(ReceiptCode code) {
    return readingSlots.run(() -> derive(code));
  }

  /**
   * Derives the access of a report that is being sent. It has slots of its own, so that guessing
   * codes cannot prevent reports from being sent.
   *
   * @throws BusyException when too many derivations wait, or no slot became free in time
   */
  public Access accessForSending(ReceiptCode code) {
    return sendingSlots.run(() -> derive(code));
  }

  private Access derive(ReceiptCode code) {
    byte[] hash = new byte[HASH_BYTES];
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(1)
            .withSalt(salt)
            .withSecret(pepper)
            .build());
    argon2.generateBytes(code.digits().getBytes(StandardCharsets.US_ASCII), hash);
    // The second value is the access key, not the conversation key that its label names. The label
    // cannot change, because every stored conversation key is wrapped with an access key.
    return new Access(
        hkdf(hash, "lookup-id", LOOKUP_ID_BYTES),
        ContentKey.of(hkdf(hash, "conversation-key", Primitives.KEY_BYTES)));
  }

  static byte[] hkdf(byte[] input, String info, int length) {
    try {
      return Hkdf.computeHkdf(
          "HMACSHA256",
          input,
          new byte[0],
          ("uitweg/1/" + info).getBytes(StandardCharsets.UTF_8),
          length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF failed", e);
    }
  }
}
