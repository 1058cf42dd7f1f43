package nl.uitweg.report.intake;

import java.util.Optional;
import java.util.stream.Stream;

/** The accepted file types. The type is detected from the content, never from the name alone. */
public enum FileType {
  JPEG("image/jpeg", "jpg", true),
  PNG("image/png", "png", true),
  GIF("image/gif", "gif", true),
  WEBP("image/webp", "webp", true),
  BMP("image/bmp", "bmp", true),
  HEIC("image/heic", "heic", false),
  HEIF("image/heif", "heif", false),
  PDF("application/pdf", "pdf", false),
  MP4("video/mp4", "mp4", false),
  QUICKTIME("video/quicktime", "mov", false),
  MOBILE_VIDEO("video/3gpp", "3gp", false),
  WEBM("video/webm", "webm", false),
  MP3("audio/mpeg", "mp3", false),
  M4A("audio/mp4", "m4a", false),
  OGG("audio/ogg", "ogg", false),
  VORBIS("audio/vorbis", "ogg", false),
  OPUS("audio/opus", "opus", false),
  AMR("audio/amr", "amr", false),
  WAV("audio/vnd.wave", "wav", false),
  TEXT("text/plain", "txt", false),
  WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", false),
  OPEN_TEXT("application/vnd.oasis.opendocument.text", "odt", false);

  private final String mediaType;
  private final String extension;
  private final boolean cleanable;

  FileType(String mediaType, String extension, boolean cleanable) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.cleanable = cleanable;
  }

  /** The type with this media type; empty when it is not accepted. */
  public static Optional<FileType> of(String mediaType) {
    return Stream.of(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  public String mediaType() {
    return mediaType;
  }

  /** File name extension, without the dot. */
  public String extension() {
    return extension;
  }

  /**
   * Whether every file of this type starts with a signature, so that content without one is not of
   * this type, whatever its name is.
   */
  boolean hasSignature() {
    return cleanable || this == PDF || this == WORD || this == OPEN_TEXT;
  }

  /**
   * Whether location, time and device metadata can be removed, which is the case for images that
   * can be re-encoded.
   */
  public boolean cleanable() {
    return cleanable;
  }
}
