package nl.uitweg.platform.body;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import nl.uitweg.platform.limits.Origins.Origin;

/** A body without files: kept in memory, and read from there by the resource. */
final class FormReceiver extends BodyReceiver {

  private final BodyErrorPages answers;
  private Buffer body = Buffer.buffer();

  FormReceiver(RoutingContext context, Origin origin, Bounds bounds, BodyErrorPages answers) {
    super(context, origin, bounds);
    this.answers = answers;
  }

  @Override
  void take(Buffer bytes) {
    body.appendBuffer(bytes);
  }

  @Override
  void complete() {
    arrived();
  }

  @Override
  void handOver() {
    ((RoutingContextInternal) context).setBody(body);
    body = Buffer.buffer();
  }

  @Override
  String busyPage() {
    return request.isEnded() && isPublicForm()
        ? answers.busy(request, body)
        : answers.error(503, request);
  }

  private boolean isPublicForm() {
    String type = request.getHeader("Content-Type");
    return type != null
        && type.startsWith("application/x-www-form-urlencoded")
        && !context.normalizedPath().startsWith("/backoffice");
  }

  @Override
  String errorPage(int status) {
    return answers.error(status, request);
  }

  @Override
  boolean staysInWork() {
    return false;
  }

  @Override
  void forget() {
    body = Buffer.buffer();
  }
}
