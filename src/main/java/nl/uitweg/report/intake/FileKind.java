package nl.uitweg.report.intake;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of file that are taken, found by content and never by name alone. */
public enum FileKind {
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
  private final String ending;
  private final boolean cleanable;

  FileKind(String mediaType, String ending, boolean cleanable) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.cleanable = cleanable;
  }

  public static Optional<FileKind> of(String mediaType) {
    return Stream.of(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
  }

  public String mediaType() {
    return mediaType;
  }

  /** The ending of a file name, without the dot. */
  public String ending() {
    return ending;
  }

  /** Whether place, time and device can be taken out: it is an image that we can draw again. */
  public boolean cleanable() {
    return cleanable;
  }
}
