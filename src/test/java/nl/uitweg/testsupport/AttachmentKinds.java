package nl.uitweg.testsupport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.uitweg.testsupport.ImageBytes.deflatedZeros;
import static nl.uitweg.testsupport.ImageBytes.gifFrame;
import static nl.uitweg.testsupport.ImageBytes.join;
import static nl.uitweg.testsupport.ImageBytes.octets;
import static nl.uitweg.testsupport.ImageBytes.png;
import static nl.uitweg.testsupport.ImageBytes.pngChunk;
import static nl.uitweg.testsupport.ImageBytes.webpChunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.uitweg.testsupport.AttachmentKind.Outcome;

/** Files of every kind that visitors and attackers may send, each with what is done with it. */
public final class AttachmentKinds {

  /** Stands in every file where something could be hidden. */
  public static final String HIDDEN = "N 52.3508 E 4.6221 Oud Toestel 7";

  private static final String JPEG = "image/jpeg";
  private static final String PNG = "image/png";
  private static final String SCRIPT = "<script>alert('" + HIDDEN + "')</script>";
  private static final int MEGABYTE = 1024 * 1024;
  private static final int MAX_NAME = 120;

  private AttachmentKinds() {}

  /** All kinds, smallest first within each group. */
  public static List<AttachmentKind> all() throws IOException {
    List<AttachmentKind> all = new ArrayList<>();
    all.addAll(images());
    all.addAll(imagesThatAreNotDecoded());
    all.addAll(polyglots());
    all.addAll(documents());
    all.addAll(refused());
    all.addAll(names());
    return all;
  }

  private static List<AttachmentKind> images() throws IOException {
    byte[] photo =
        PhotoMetadata.addAll(Photos.jpeg(120, 40, HIDDEN), Photos.jpeg(16, 8, HIDDEN), HIDDEN);
    return List.of(
        AttachmentKind.cleaned(
            "JPEG with place, Exif, XMP and thumbnail", "photo.jpg", photo, JPEG, "photo.jpg"),
        AttachmentKind.cleaned(
            "PNG with text chunks", "shot.png", Photos.png(60, 30, HIDDEN), JPEG, "shot.jpg"),
        AttachmentKind.cleaned("WebP with Exif", "saved.webp", webp(), JPEG, "saved.jpg"),
        AttachmentKind.cleaned("GIF with a comment", "anim.gif", commentedGif(), PNG, "anim.png"),
        AttachmentKind.cleaned(
            "BMP", "drawing.bmp", SampleImages.allExceptWebp().get("bmp"), JPEG, "drawing.jpg"),
        AttachmentKind.cleaned("truncated JPEG", "half.jpg", truncated(), JPEG, "half.jpg"));
  }

  private static List<AttachmentKind> imagesThatAreNotDecoded() {
    return List.of(
        notDecoded("HEIC", "iphone.heic", isoMedia("heic", "mif1", "heic"), "image/heic"),
        AttachmentKind.refused(
            "AVIF", "photo.avif", isoMedia("avif", "mif1", "avif"), Outcome.REFUSED_TYPE),
        notDecoded(
            "lossless JPEG of 131 bytes", "old.jpg", DecompressionBombs.losslessJpeg(), JPEG),
        notDecoded(
            "JPEG of 20,000 by 20,000", "big.jpg", DecompressionBombs.flatJpeg(20_000), JPEG),
        notDecoded(
            "PNG of 20,000 by 20,000",
            "big.png",
            png(20_000, 20_000, 1, 0, pngChunk("IDAT", deflatedZeros(20_000L * 2_501))),
            PNG),
        notDecoded(
            "PNG bomb of 48 kB",
            "grey.png",
            DecompressionBombs.expensiveForTheirSize().get("grey PNG of zeros"),
            PNG),
        notDecoded(
            "lossy WebP of 48 kB", "w.webp", DecompressionBombs.smallLossyWebp(), "image/webp"),
        notDecoded(
            "JPEG of forty scans",
            "scans.jpg",
            DecompressionBombs.expensiveForTheirSize().get("JPEG of forty scans"),
            JPEG),
        notDecoded("JPEG without its end", "cut.jpg", octets(0xFF, 0xD8, 0xFF, 0xE0), JPEG));
  }

  private static List<AttachmentKind> polyglots() throws IOException {
    byte[] photo = Photos.jpeg(80, 40, HIDDEN);
    byte[] zip = ZipBytes.of("hidden.txt", HIDDEN.getBytes(UTF_8));
    return List.of(
        AttachmentKind.cleaned("JPEG and ZIP", "both.jpg", join(photo, zip), JPEG, "both.jpg"),
        AttachmentKind.cleaned(
            "JPEG and HTML",
            "page.jpg",
            PhotoMetadata.addComment(Photos.jpeg(80, 40, ""), "<html>" + SCRIPT),
            JPEG,
            "page.jpg"),
        AttachmentKind.cleaned("GIF and JavaScript", "code.gif", gifScript(), PNG, "code.png"),
        AttachmentKind.cleaned("JPEG as .pdf", "letter.pdf", photo, JPEG, "letter.jpg"),
        AttachmentKind.cleaned("JPEG as .html", "index.html", photo, JPEG, "index.jpg"));
  }

  private static List<AttachmentKind> documents() throws IOException {
    String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    byte[] docx =
        ZipBytes.of(
            "[Content_Types].xml",
            "<Types/>".getBytes(UTF_8),
            "docProps/core.xml",
            HIDDEN.getBytes(UTF_8));
    byte[] otherDocx = ZipBytes.of("word/numbering.xml", "<w:numbering/>".getBytes(UTF_8));
    return List.of(
        confirmed("PDF with author and JavaScript", "letter.pdf", pdf(), "application/pdf"),
        confirmed("DOCX with author", "letter.docx", docx, word),
        confirmed("DOCX of another program", "web.docx", otherDocx, word),
        confirmed("MP4 video", "film.mp4", isoMedia("isom", "isom", "mp42"), "video/mp4"),
        AttachmentKind.text("text", "note.txt", "Een bericht.".getBytes(UTF_8), "note.txt"),
        AttachmentKind.text("one byte", "one.txt", octets('a'), "one.txt"),
        AttachmentKind.text("EICAR as text, no scanner", "eicar.txt", eicar(), "eicar.txt"));
  }

  private static List<AttachmentKind> refused() {
    byte[] zip = ZipBytes.of("hidden.txt", HIDDEN.getBytes(UTF_8));
    byte[] large = new byte[10 * MEGABYTE + 1];
    System.arraycopy(pdf(), 0, large, 0, pdf().length);
    return List.of(
        refusedType("SVG with a script", "drawing.svg", svg()),
        refusedType("SVG as .png", "drawing.png", svg()),
        refusedType("HTML", "page.html", ("<!DOCTYPE html><html>" + SCRIPT).getBytes(UTF_8)),
        refusedType("HTML as .txt", "page.txt", ("<!DOCTYPE html><html>" + SCRIPT).getBytes(UTF_8)),
        refusedType("JavaScript", "code.js", "alert(1)".getBytes(UTF_8)),
        refusedType("ZIP", "files.zip", zip),
        refusedType("ZIP as .docx", "files.docx", zip),
        refusedType("ZIP bomb", "bomb.zip", ZipBytes.of("zeros", new byte[20 * MEGABYTE])),
        refusedType("ZIP with a password", "secret.zip", ZipBytes.encrypted(zip)),
        refusedType("program as .jpg", "photo.jpg", octets('M', 'Z', 0, 1, 2, 3, 4)),
        refusedType("one byte as .jpg", "one.jpg", octets(0xFF)),
        refusedType("unknown bytes as .docx", "notes.docx", octets(1, 2, 3, 4)),
        AttachmentKind.refused("no bytes", "nothing.jpg", new byte[0], Outcome.REFUSED_EMPTY),
        AttachmentKind.refused("10 MB and a byte", "big.pdf", large, Outcome.REFUSED_SIZE));
  }

  /** A cleaned photo under names that are dangerous or that are hard to show. */
  private static List<AttachmentKind> names() throws IOException {
    byte[] photo = Photos.jpeg(40, 30, HIDDEN);
    String longName = "n".repeat(300);
    return List.of(
        AttachmentKind.cleaned(
            "name with a path", "../../etc/passwd.jpg", photo, JPEG, "passwd.jpg"),
        AttachmentKind.cleaned("name of Windows", "C:\\Users\\Iemand\\x.jpg", photo, JPEG, "x.jpg"),
        AttachmentKind.cleaned(
            "name from right to left", "a\u202Egpj.exe", photo, JPEG, "a_gpj.jpg"),
        AttachmentKind.cleaned(
            "name of 300 characters",
            longName + ".jpg",
            photo,
            JPEG,
            longName.substring(0, MAX_NAME - 4) + ".jpg"),
        AttachmentKind.cleaned(
            "name with control characters", "a\u0001\u007Fb\tc.jpg", photo, JPEG, "a__b_c.jpg"),
        AttachmentKind.cleaned("name with marks", "a<b>c;d.jpg", photo, JPEG, "a_b_c;d.jpg"));
  }

  /** An image that is refused before it is decoded, and keeps its name. */
  private static AttachmentKind notDecoded(
      String description, String fileName, byte[] content, String mediaType) {
    return confirmed(description, fileName, content, mediaType);
  }

  private static AttachmentKind confirmed(
      String description, String fileName, byte[] content, String mediaType) {
    return AttachmentKind.confirmed(description, fileName, content, mediaType, fileName);
  }

  private static AttachmentKind refusedType(String description, String name, byte[] content) {
    return AttachmentKind.refused(description, name, content, Outcome.REFUSED_TYPE);
  }

  /** A photo whose last third is missing, as an upload that broke off leaves it. */
  private static byte[] truncated() throws IOException {
    byte[] photo = Photos.jpeg(400, 300, "");
    return Arrays.copyOf(photo, photo.length * 2 / 3);
  }

  private static byte[] webp() {
    byte[] plain = SampleImages.webp();
    byte[] bitstream = Arrays.copyOfRange(plain, 12, plain.length);
    return ImageBytes.webp(
        ImageBytes.webpCanvas(0x08, 8, 8), bitstream, webpChunk("EXIF", HIDDEN.getBytes(UTF_8)));
  }

  private static byte[] commentedGif() {
    byte[] comment = HIDDEN.getBytes(US_ASCII);
    return ImageBytes.gif(
        9, 9, join(octets(0x21, 0xFE, comment.length), comment, octets(0)), gifFrame(9, 9));
  }

  /** A GIF that is a script as well: its width, read as text, begins a comment. */
  private static byte[] gifScript() {
    byte[] image = ImageBytes.gif('/' | '*' << 8, 9, gifFrame(9, 9));
    return join(image, ("*/=1;alert('" + HIDDEN + "')").getBytes(US_ASCII));
  }

  /** The start of an ISO base media file (ISO/IEC 14496-12) with these brands. */
  private static byte[] isoMedia(String major, String... compatible) {
    byte[] brands = String.join("", compatible).getBytes(US_ASCII);
    byte[] type =
        join(
            octets(0, 0, 0, 16 + brands.length),
            ("ftyp" + major).getBytes(US_ASCII),
            octets(0, 0, 0, 0),
            brands);
    byte[] place = HIDDEN.getBytes(US_ASCII);
    return join(type, octets(0, 0, 0, 8 + place.length), "meta".getBytes(US_ASCII), place);
  }

  private static byte[] pdf() {
    return ("%PDF-1.4\n1 0 obj<</Author("
            + HIDDEN
            + ")/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF")
        .getBytes(ISO_8859_1);
  }

  private static byte[] svg() {
    return ("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">" + SCRIPT + "</svg>")
        .getBytes(UTF_8);
  }

  /** The test file of EICAR, in two parts so that scanners do not find it in this source. */
  private static byte[] eicar() {
    return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
        .getBytes(US_ASCII);
  }
}
