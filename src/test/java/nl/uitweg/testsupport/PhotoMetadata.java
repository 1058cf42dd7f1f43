package nl.uitweg.testsupport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.uitweg.testsupport.ImageBytes.join;
import static nl.uitweg.testsupport.ImageBytes.octets;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Adds metadata to a JPEG, as phones and programs do (Exif 2.32, XMP, IPTC, comments). */
final class PhotoMetadata {

  private static final int AFTER_START_OF_IMAGE = 2;
  private static final int IFD0_ENTRIES = 2;
  private static final int TIFF_HEADER = 8;
  private static final int ENTRY = 12;
  private static final int GPS_IFD = TIFF_HEADER + 2 + IFD0_ENTRIES * ENTRY + 4;
  private static final int GPS_ENTRIES = 2;
  private static final int RATIONALS = GPS_IFD + 2 + GPS_ENTRIES * ENTRY + 4;
  private static final int THUMBNAIL_IFD = RATIONALS + 24;
  private static final int THUMBNAIL = THUMBNAIL_IFD + 2 + 2 * ENTRY + 4;

  private PhotoMetadata() {}

  /**
   * A photo with a place, a thumbnail, XMP and IPTC, each with {@code hidden} where it has text.
   */
  static byte[] addAll(byte[] photo, byte[] thumbnail, String hidden) {
    byte[] xmp =
        ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + hidden
                + "</x:xmpmeta>")
            .getBytes(UTF_8);
    byte[] iptc = ("Photoshop 3.0\0" + hidden).getBytes(UTF_8);
    return insert(
        photo,
        join(segment(0xE1, exifWithPlace(thumbnail)), segment(0xE1, xmp), segment(0xED, iptc)));
  }

  static byte[] addComment(byte[] photo, String comment) {
    return insert(photo, segment(0xFE, comment.getBytes(UTF_8)));
  }

  private static byte[] insert(byte[] photo, byte[] segments) {
    return join(
        Arrays.copyOf(photo, AFTER_START_OF_IMAGE),
        segments,
        Arrays.copyOfRange(photo, AFTER_START_OF_IMAGE, photo.length));
  }

  /** Exif with the latitude 52° 21' 3" north, and a thumbnail in a second directory. */
  private static byte[] exifWithPlace(byte[] thumbnail) {
    ByteBuffer exif = ByteBuffer.allocate(6 + THUMBNAIL + thumbnail.length);
    exif.put("Exif\0\0MM\0*".getBytes(ISO_8859_1)).putInt(TIFF_HEADER);
    exif.putShort((short) IFD0_ENTRIES);
    entry(exif, 0x0112, 3, 1, 6 << 16); // orientation
    entry(exif, 0x8825, 4, 1, GPS_IFD);
    exif.putInt(THUMBNAIL_IFD);
    exif.putShort((short) GPS_ENTRIES);
    entry(exif, 0x0001, 2, 2, 'N' << 24); // latitude reference
    entry(exif, 0x0002, 5, 3, RATIONALS); // latitude
    exif.putInt(0);
    exif.putInt(52).putInt(1).putInt(21).putInt(1).putInt(3).putInt(1);
    exif.putShort((short) 2);
    entry(exif, 0x0201, 4, 1, THUMBNAIL);
    entry(exif, 0x0202, 4, 1, thumbnail.length);
    exif.putInt(0);
    return exif.put(thumbnail).array();
  }

  private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
    exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static byte[] segment(int marker, byte[] content) {
    int length = content.length + 2;
    return join(octets(0xFF, marker, length >> 8, length & 0xFF), content);
  }
}
