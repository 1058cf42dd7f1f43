package nl.uitweg.platform.body;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.platform.http.ErrorPages;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;

/** What a visitor reads whose body was not taken. */
@Singleton
class BodyErrorPages {

  private static final int BUSY = 503;
  private static final int LARGEST_KEPT = 256 * 1024;
  private static final int MOST_FIELDS = 512;

  private final ErrorPages errors;
  private final Frames frames;

  BodyErrorPages(ErrorPages errors, Frames frames) {
    this.errors = errors;
    this.frames = frames;
  }

  @CheckedTemplate(basePath = "body")
  static class Templates {
    static native TemplateInstance again(
        Frame frame, String action, List<FirstPartParser.Field> fields);
  }

  String error(int status, HttpServerRequest request) {
    return errors.html(status, errors.language(request));
  }

  /** "Not sent yet", with everything that was typed, to be sent again with one button. */
  String busy(HttpServerRequest request, Buffer form) {
    return form.length() <= LARGEST_KEPT ? busy(request, fields(form)) : error(BUSY, request);
  }

  String busy(HttpServerRequest request, List<FirstPartParser.Field> fields) {
    Frame frame = frames.unlisted(errors.language(request), "", "");
    String title = frame.texts().get("form.failed-heading");
    return Templates.again(
            frames.unlisted(frame.language(), "", title), String.valueOf(request.path()), fields)
        .render();
  }

  private static List<FirstPartParser.Field> fields(Buffer form) {
    List<FirstPartParser.Field> fields = new ArrayList<>();
    new QueryStringDecoder(
            form.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST_FIELDS)
        .parameters()
        .forEach(
            (name, values) ->
                values.forEach(value -> fields.add(new FirstPartParser.Field(name, value))));
    return fields;
  }
}
