package nl.uitweg.bench;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Bodies of the public form, as a browser without JavaScript sends them. */
public final class FormBody {

  public static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final String BOUNDARY = "form-boundary-5f1c";
  public static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

  private FormBody() {}

  /**
   * A body of type {@link #URL_ENCODED}.
   *
   * @param fields names and values in turn
   */
  public static byte[] urlEncoded(String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * A body of type {@link #MULTIPART} that presses "send" with a photo.
   *
   * @param token of the form
   * @param photo a JPEG file
   */
  public static byte[] sendWithPhoto(String token, byte[] photo) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(part("name=\"state\"\r\n\r\n" + token + "\r\n"));
    body.writeBytes(part("name=\"go\"\r\n\r\nsend\r\n"));
    body.writeBytes(
        part("name=\"files\"; filename=\"house.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"));
    body.writeBytes(photo);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private static byte[] part(String rest) {
    return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + rest)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
