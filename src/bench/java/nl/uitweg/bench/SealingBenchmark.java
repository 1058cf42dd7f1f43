package nl.uitweg.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.uitweg.platform.sealing.AssociatedData;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.FormSeal;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.platform.sealing.SealedFile;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Throughput of each cryptographic step in operations per second. The method with the same name and
 * the suffix {@code Baseline} is the baseline of a step: the primitive of Java or Bouncy Castle
 * with the same amount of work.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SealingBenchmark {

  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");
  private static final AssociatedData REPORT = AssociatedData.of("report", ID);
  private static final int SEGMENT_BYTES = 64 * 1024;
  private static final List<String> RECIPIENTS = List.of("zilvervoort");

  private final SecureRandom random = new SecureRandom();
  private final byte[] report = new byte[4_000];
  private final byte[] file = new byte[1 << 20];
  private Sealer sealer;
  private Opener opener;
  private FormSeal form;
  private ReceiptDerivation receiptDerivation;
  private ContentKey key;
  private byte[] seed;
  private byte[] sealedReport;
  private byte[] wrapped;
  private String token;
  private byte[] sealedFile;
  private SecretKeySpec baselineKey;
  private KeyPair ownKeyPair;
  private KeyPair peerKeyPair;

  @Setup
  public void prepare() throws IOException, GeneralSecurityException {
    Path folder = Files.createTempDirectory("uitweg-bench");
    KeyFolder.createIfMissing(folder, RECIPIENTS);
    sealer = Sealer.read(folder.resolve("public"));
    opener = Opener.read(folder.resolve("private"));
    form = FormSeal.read(folder.resolve("public"));
    receiptDerivation = ReceiptDerivation.read(folder.resolve("public"));
    key = sealer.freshKey();
    seed = receiptDerivation.newSeed();
    random.nextBytes(file);
    sealedReport = key.seal(REPORT, report);
    wrapped = sealer.wrap(key, "report", ID, RECIPIENTS).get("zilvervoort");
    token = form.seal("report", report);
    sealedFile = sealFile();
    baselineKey = new SecretKeySpec(new byte[32], "AES");
    KeyPairGenerator x25519 = KeyPairGenerator.getInstance("X25519");
    ownKeyPair = x25519.generateKeyPair();
    peerKeyPair = x25519.generateKeyPair();
  }

  @Benchmark
  public byte[] sealReport() {
    return key.seal(REPORT, report);
  }

  @Benchmark
  public byte[] sealReportBaseline() throws GeneralSecurityException {
    return aesGcm(new byte[4_096]);
  }

  @Benchmark
  public byte[] openReport() throws UnsealException {
    return key.open(REPORT, sealedReport);
  }

  @Benchmark
  public byte[] openReportBaseline() throws GeneralSecurityException {
    return aesGcm(new byte[4_096]);
  }

  /** Wraps a key for one municipality and for recovery. */
  @Benchmark
  public Map<String, byte[]> wrapForTwo() {
    return sealer.wrap(key, "report", ID, RECIPIENTS);
  }

  /** Two ephemeral key pairs and key agreements, as in two HPKE encapsulations. */
  @Benchmark
  public byte[][] wrapForTwoBaseline() throws GeneralSecurityException {
    KeyPairGenerator x25519 = KeyPairGenerator.getInstance("X25519");
    return new byte[][] {agree(x25519.generateKeyPair()), agree(x25519.generateKeyPair())};
  }

  @Benchmark
  public ContentKey unwrap() throws UnsealException {
    return opener.unwrap("zilvervoort", "report", ID, wrapped);
  }

  @Benchmark
  public byte[] unwrapBaseline() throws GeneralSecurityException {
    return agree(ownKeyPair);
  }

  @Benchmark
  public ReceiptDerivation.Access receipt() {
    return receiptDerivation.accessForReading(receiptDerivation.receiptCode(seed));
  }

  @Benchmark
  public byte[] receiptBaseline() {
    byte[] hash = new byte[32];
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(32 * 1024)
            .withIterations(3)
            .withParallelism(1)
            .withSalt(new byte[32])
            .build());
    argon2.generateBytes(new byte[20], hash);
    return hash;
  }

  @Benchmark
  public String sealForm() {
    return form.seal("report", report);
  }

  @Benchmark
  public byte[] sealFormBaseline() throws GeneralSecurityException {
    return aesGcm(new byte[4_096]);
  }

  @Benchmark
  public byte[] openForm() throws UnsealException {
    return form.open("report", token);
  }

  @Benchmark
  public byte[] openFormBaseline() throws GeneralSecurityException {
    return aesGcm(new byte[4_096]);
  }

  /** Seals a file of 1 MiB. */
  @Benchmark
  public byte[] sealFile() throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream(file.length + 4_096);
    try (OutputStream to = SealedFile.sealing(key, sealed)) {
      to.write(file);
    }
    return sealed.toByteArray();
  }

  /** Uses the same segments of 64 KiB, because AES-GCM in Java is slow on one large input. */
  @Benchmark
  public int sealFileBaseline() throws GeneralSecurityException {
    int length = 0;
    for (int i = 0; i < file.length / SEGMENT_BYTES; i++) {
      length += aesGcm(new byte[SEGMENT_BYTES]).length;
    }
    return length;
  }

  @Benchmark
  public byte[] openFile() throws UnsealException {
    return SealedFile.open(key, sealedFile, file.length);
  }

  @Benchmark
  public int openFileBaseline() throws GeneralSecurityException {
    return sealFileBaseline();
  }

  private byte[] aesGcm(byte[] content) throws GeneralSecurityException {
    byte[] nonce = new byte[12];
    random.nextBytes(nonce);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, baselineKey, new GCMParameterSpec(128, nonce));
    return cipher.doFinal(content);
  }

  private byte[] agree(KeyPair pair) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(pair.getPrivate());
    agreement.doPhase(peerKeyPair.getPublic(), true);
    return agreement.generateSecret();
  }
}
