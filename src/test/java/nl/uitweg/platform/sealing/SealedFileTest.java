package nl.uitweg.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {

  private static final int BLOCK_BYTES = 64 * 1024;
  private final ContentKey key = ContentKey.fresh();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, BLOCK_BYTES - 1, BLOCK_BYTES, BLOCK_BYTES + 1, 3 * BLOCK_BYTES + 7})
  void decryptsWhatWasSealed(int size) throws IOException, UnsealException {
    byte[] content = bytes(size);
    assertThat(SealedFile.open(key, seal(content), size)).isEqualTo(content);
  }

  @Test
  void padsFilesToBlocks() throws IOException {
    assertThat(seal(bytes(1))).hasSameSizeAs(seal(bytes(BLOCK_BYTES)));
  }

  @Test
  void writesNoPlaintext() throws IOException {
    byte[] content = "canary-in-a-photo ".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
    assertThat(new String(seal(content), StandardCharsets.ISO_8859_1)).doesNotContain("canary");
  }

  @Test
  void rejectsAFlippedBitAnywhere() throws IOException {
    int size = 2 * BLOCK_BYTES;
    byte[] sealed = seal(bytes(size));
    for (int position = 0; position < sealed.length; position += 4_099) {
      byte[] flipped = sealed.clone();
      flipped[position] ^= 1;
      assertThatThrownBy(() -> SealedFile.open(key, flipped, size))
          .as("bit flipped at %d", position)
          .isInstanceOf(UnsealException.class);
    }
  }

  @Test
  void rejectsTruncatedAndExtendedFiles() throws IOException {
    int size = 3 * BLOCK_BYTES;
    byte[] sealed = seal(bytes(size));
    for (int cut : new int[] {0, 1, 40, BLOCK_BYTES, BLOCK_BYTES + 1, sealed.length - 1}) {
      assertThatThrownBy(() -> SealedFile.open(key, Arrays.copyOf(sealed, cut), size))
          .as("cut to %d", cut)
          .isInstanceOf(UnsealException.class);
    }
    assertThatThrownBy(() -> SealedFile.open(key, Arrays.copyOf(sealed, sealed.length + 1), size))
        .isInstanceOf(UnsealException.class);
  }

  @Test
  void rejectsTheKeyOfAnotherFile() throws IOException {
    byte[] sealed = seal(bytes(10));
    assertThatThrownBy(() -> SealedFile.open(ContentKey.fresh(), sealed, 10))
        .isInstanceOf(UnsealException.class);
  }

  private byte[] seal(byte[] content) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream to = SealedFile.sealing(key, sealed)) {
      to.write(content);
    }
    return sealed.toByteArray();
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
