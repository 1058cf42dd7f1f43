package nl.uitweg.fuzz;

import static nl.uitweg.fuzz.FuzzedRequest.LENGTH;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.uitweg.fuzz.PageForms.Field;
import nl.uitweg.fuzz.PageForms.Form;

/** Makes requests from valid ones, with one to three mistakes. */
final class RequestMutator {

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String BOUNDARY = "x5n8q";
  private static final int MANY_FIELDS = 10_000;

  private final Random random;
  private final FuzzValues values;

  RequestMutator(Random random) {
    this.random = random;
    this.values = new FuzzValues(random);
  }

  /** A request for an address without a body. */
  FuzzedRequest get(String role, String method, String path) {
    FuzzedRequest request = new FuzzedRequest(role, method, path, headers(role), "", false);
    return mutate(method.equals("GET") ? request : request.withHeader("Content-Length: " + LENGTH));
  }

  /** A request that sends a form. */
  FuzzedRequest form(String role, Form form) {
    List<Field> fields = new ArrayList<>(form.fields());
    for (int i = random.nextInt(3); i > 0; i--) {
      changeField(fields);
    }
    boolean multipart = form.multipart() ? random.nextInt(4) > 0 : random.nextInt(12) == 0;
    List<String> headers = headers(role);
    headers.add(multipart ? "Content-Type: multipart/form-data; boundary=" + BOUNDARY : FORM);
    headers.add("Content-Length: " + LENGTH);
    String body = multipart ? multipart(fields) : encoded(fields);
    return mutate(new FuzzedRequest(role, "POST", form.action(), headers, body, false));
  }

  private List<String> headers(String role) {
    List<String> headers = new ArrayList<>();
    headers.add("Host: localhost:" + FuzzedRequest.PORT);
    headers.add("Accept-Language: " + values.any(List.of("nl", "en", "pl,en;q=0.5", "ar")));
    if (!role.equals(FuzzedRequest.ANONYMOUS)) {
      headers.add("Cookie: " + FuzzedRequest.COOKIE);
    }
    return headers;
  }

  private void changeField(List<Field> fields) {
    if (fields.isEmpty() || random.nextInt(8) == 0) {
      fields.add(new Field(values.name(), values.text()));
      return;
    }
    int at = random.nextInt(fields.size());
    Field field = fields.get(at);
    switch (random.nextInt(8)) {
      case 0 -> fields.remove(at);
      case 1 -> fields.add(new Field(field.name(), values.text()));
      case 2 -> fields.set(at, new Field(values.name(), field.value()));
      case 3 -> Collections.shuffle(fields, random);
      default -> fields.set(at, new Field(field.name(), values.text()));
    }
  }

  private String encoded(List<Field> fields) {
    StringBuilder body = new StringBuilder();
    for (Field field : fields) {
      boolean placeholder = field.value().startsWith("@@");
      body.append(body.isEmpty() ? "" : "&")
          .append(values.encode(FuzzedRequest.utf8(field.name())))
          .append('=')
          .append(placeholder ? field.value() : values.encode(field.value()));
    }
    return body.toString();
  }

  private String multipart(List<Field> fields) {
    StringBuilder body = new StringBuilder();
    for (Field field : fields) {
      boolean file = field.name().equals("files");
      String name = field.name().replaceAll("[\"\r\n]", "");
      body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"").append(name);
      body.append(file ? "\"; filename=\"" + fileName() + "\"\r\n" : "\"\r\n")
          .append(file ? "Content-Type: image/png\r\n\r\n" : "\r\n")
          .append(file ? fileContent() : field.value())
          .append("\r\n");
    }
    return body.append("--" + BOUNDARY + "--\r\n").toString();
  }

  private String fileName() {
    return values.any(List.of("a.png", "", "a\0.png", "\u00ff", "../x", "a.exe", "x".repeat(400)));
  }

  private String fileContent() {
    return values.any(
        List.of(
            "",
            "%PDF-1.4\n%%EOF",
            "\u0089PNG\r\n\u001a\n" + values.bytes(40),
            "\u00ff\u00d8\u00ff\u00e0" + values.bytes(60),
            "GIF89a" + values.bytes(30),
            "RIFF    WEBPVP8 " + values.bytes(30),
            "PK\3\4" + values.bytes(50),
            "een gewone tekst",
            values.bytes(2_000)));
  }

  private FuzzedRequest mutate(FuzzedRequest request) {
    FuzzedRequest mutated = request;
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutated = mutateOnce(mutated);
    }
    return mutated;
  }

  private FuzzedRequest mutateOnce(FuzzedRequest request) {
    return switch (random.nextInt(20)) {
      case 0, 1 -> request.withTarget(path(request.target()));
      case 2, 3, 4 -> request.withTarget(query(request.target()));
      case 5, 6, 7 -> request.withHeader(values.header());
      case 8, 9 -> request.withoutHeader("Content-Type").withHeader(values.contentType());
      case 10 -> request.withMethod(method());
      case 11 -> framing(request);
      case 12 -> request.withoutHeader(values.any(List.of("Host", "Content-Type", "Cookie")));
      case 13 -> request.headers().isEmpty() ? request : duplicateHeader(request);
      case 14, 15, 16 -> request.body().isEmpty() ? request : body(request);
      case 17 ->
          request.withTarget(
              request.target().replace(FuzzedRequest.REPORT, values.encode(values.text())));
      default -> request;
    };
  }

  private String path(String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    int at = random.nextInt(path.length() + 1);
    String rest = query < 0 ? "" : target.substring(query);
    return path.substring(0, at) + values.pathPart() + path.substring(at) + rest;
  }

  private String query(String target) {
    String start = target + (target.contains("?") ? "&" : "?");
    return switch (random.nextInt(6)) {
      case 0 -> start + "a=1&".repeat(random.nextInt(700));
      case 1 -> start + values.bytes(12).replaceAll("[\\x00-\\x20]", "");
      case 2 -> start + values.name().replaceAll("[\\x00-\\x20]", "") + "=%zz";
      case 3 ->
          start
              + "from="
              + values.encode(values.any(List.of("?%zz", "/search?a=%", "//x", "?view=all&%")));
      default -> {
        String text = values.text();
        String cut = text.substring(0, Math.min(text.length(), 3_000));
        yield start + values.encode(values.name()) + "=" + values.encode(cut);
      }
    };
  }

  private String method() {
    return values.any(
        List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "DELETE",
            "OPTIONS",
            "PATCH",
            "TRACE",
            "CONNECT",
            "get",
            "PROPFIND",
            "X"));
  }

  private FuzzedRequest framing(FuzzedRequest request) {
    FuzzedRequest bare = request.withoutHeader("Content-Length").asLast();
    return switch (random.nextInt(8)) {
      case 0 -> bare.withHeader("Content-Length: " + (request.body().length() + 100));
      case 1 -> bare.withHeader("Content-Length: " + request.body().length() / 2);
      case 2 -> bare.withHeader("Content-Length: -1");
      case 3 -> bare.withHeader("Content-Length: 99999999999999999999");
      case 4 -> bare.withHeader("Content-Length: " + LENGTH + "\r\nContent-Length: 1");
      case 5 -> bare.withHeader("Transfer-Encoding: chunked").withBody(chunked(request.body()));
      case 6 ->
          bare.withHeader("Transfer-Encoding: chunked\r\nContent-Length: " + LENGTH)
              .withBody(chunked(request.body()));
      default -> bare.withHeader("Transfer-Encoding: gzip, x");
    };
  }

  private String chunked(String body) {
    String size = values.any(List.of(Integer.toHexString(body.length()), "zz", "-1", "fffffffff"));
    return body.isEmpty() ? "0\r\n\r\n" : size + "\r\n" + body + "\r\n0\r\n\r\n";
  }

  private FuzzedRequest duplicateHeader(FuzzedRequest request) {
    String line = values.any(request.headers());
    return line.startsWith("Content-Length") ? request : request.withHeader(line);
  }

  private FuzzedRequest body(FuzzedRequest request) {
    String body = request.body();
    int at = random.nextInt(body.length());
    return switch (random.nextInt(10)) {
      case 0 -> request.withBody("a=1&".repeat(MANY_FIELDS));
      case 1 -> request.withBody(body + "&a=%zz");
      case 2 -> request.withBody(body.substring(0, at));
      case 3 -> request.withBody(body.substring(0, at) + values.bytes(8) + body.substring(at));
      case 4 ->
          request.withBody(
              body.replace(FuzzedRequest.TOKEN, "x").replace(FuzzedRequest.STATE, "y"));
      case 5 -> request.withBody(body.replace("--" + BOUNDARY, "-" + BOUNDARY));
      case 6 -> request.withBody(body.replace("\r\n\r\n", "\r\n"));
      case 7 ->
          request.withBody(
              body.replace(
                  "form-data",
                  values.any(List.of("attachment", "", "form-data; filename=\"\0\""))));
      case 8 -> request.withBody("{\"a\":" + "[".repeat(random.nextInt(2_000)));
      default -> request.withBody(body.replace("=", values.any(List.of("==", "=%", "", "&="))));
    };
  }
}
