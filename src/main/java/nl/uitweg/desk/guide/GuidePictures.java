package nl.uitweg.desk.guide;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The pictures of the guide, from {@code resources/guide}, kept in memory. {@code
 * GuidePicturesTest} makes them; it also fails when one is missing, so that the guide can be shown
 * without a picture that has not been made yet.
 */
@Startup
@Singleton
class GuidePictures {

  /** Positions in a PNG file (PNG specification, 11.2.1: IHDR is the first chunk). */
  private static final int WIDTH_POSITION = 16;

  private static final int HEIGHT_POSITION = 20;

  private final List<PictureFile> files;

  GuidePictures() {
    this.files =
        Guide.pictureNames().stream().map(GuidePictures::read).flatMap(Optional::stream).toList();
  }

  /**
   * A picture.
   *
   * @param fileName contains a checksum of the content, so that browsers can keep the file
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record PictureFile(String name, String fileName, int width, int height, byte[] png) {

    static PictureFile of(String name, byte[] png) {
      CRC32 checksum = new CRC32();
      checksum.update(png);
      ByteBuffer header = ByteBuffer.wrap(png);
      return new PictureFile(
          name,
          name + "-" + HexFormat.of().toHexDigits((int) checksum.getValue()) + ".png",
          header.getInt(WIDTH_POSITION),
          header.getInt(HEIGHT_POSITION),
          png);
    }
  }

  Optional<PictureFile> named(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  Optional<PictureFile> withFileName(String fileName) {
    return files.stream().filter(file -> file.fileName().equals(fileName)).findFirst();
  }

  private static Optional<PictureFile> read(String name) {
    try (InputStream in = GuidePictures.class.getResourceAsStream("/guide/" + name + ".png")) {
      return in == null ? Optional.empty() : Optional.of(PictureFile.of(name, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
