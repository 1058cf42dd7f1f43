package nl.uitweg.platform.body;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.http.ErrorPages;
import nl.uitweg.platform.http.SendAgainPages;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;

/** Pages for visitors whose request body was not accepted. */
@Singleton
class BodyErrorPages implements SendAgainPages {

  private static final int SERVICE_UNAVAILABLE = 503;
  private static final int MAX_RETAINED_BYTES = 256 * 1024;
  private static final int MAX_FIELDS = 512;

  private final ErrorPages errors;
  private final Frames frames;

  BodyErrorPages(ErrorPages errors, Frames frames) {
    this.errors = errors;
    this.frames = frames;
  }

  @CheckedTemplate(basePath = "platform/body")
  static class Templates {
    static native TemplateInstance sendAgain(
        Frame frame, String action, List<FirstPartParser.Field> fields, List<String> sentences);
  }

  String error(int status, HttpServerRequest request) {
    return errors.html(status, request);
  }

  /**
   * The page "Not sent yet". Its hidden fields contain everything the visitor typed, and its one
   * button sends that again. For a form larger than 256 KiB, or whose encoding is broken, the
   * result is the error page 503.
   */
  String sendAgainPage(HttpServerRequest request, Buffer form) {
    return fields(form)
        .map(fields -> sendAgainPage(request, fields))
        .orElseGet(() -> error(SERVICE_UNAVAILABLE, request));
  }

  @Override
  public Optional<String> page(RoutingContext context) {
    Buffer form = context.body().buffer();
    return form != null && isPublicForm(context)
        ? Optional.of(sendAgainPage(context.request(), form))
        : Optional.empty();
  }

  /** Whether the body is a form of the public site without files. */
  static boolean isPublicForm(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    return type != null
        && type.startsWith("application/x-www-form-urlencoded")
        && !context.normalizedPath().startsWith("/backoffice");
  }

  String sendAgainPage(HttpServerRequest request, List<FirstPartParser.Field> fields) {
    return page(request, fields, List.of("form.failed-text"));
  }

  /** The page "Not sent yet" for files that are too large; its button shows the form again. */
  String filesTooLargePage(HttpServerRequest request, List<FirstPartParser.Field> fields) {
    return page(request, fields, List.of("form.files-again", "form.files-hint"));
  }

  private String page(
      HttpServerRequest request, List<FirstPartParser.Field> fields, List<String> textKeys) {
    Frame frame = frames.unlisted(errors.language(request), "", "");
    String title = frame.texts().get("form.failed-heading");
    return Templates.sendAgain(
            frames.unlisted(frame.language(), "", title),
            String.valueOf(request.path()),
            fields,
            textKeys.stream().map(key -> frame.texts().get(key)).toList())
        .render();
  }

  /** The fields of a form; empty when it is too large to be returned or its encoding is broken. */
  static Optional<List<FirstPartParser.Field>> fields(Buffer form) {
    if (form.length() > MAX_RETAINED_BYTES) {
      return Optional.empty();
    }
    List<FirstPartParser.Field> fields = new ArrayList<>();
    try {
      new QueryStringDecoder(
              form.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MAX_FIELDS)
          .parameters()
          .forEach(
              (name, values) ->
                  values.forEach(value -> fields.add(new FirstPartParser.Field(name, value))));
    } catch (IllegalArgumentException brokenEncoding) {
      return Optional.empty();
    }
    return Optional.of(fields);
  }
}
