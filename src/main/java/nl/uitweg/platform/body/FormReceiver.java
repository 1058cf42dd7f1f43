package nl.uitweg.platform.body;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import nl.uitweg.platform.limits.Origins.Origin;

/** Receives a body without files and keeps it in memory for the resource. */
final class FormReceiver extends BodyReceiver {

  private final BodyErrorPages errorPages;
  private Buffer body = Buffer.buffer();

  FormReceiver(RoutingContext context, Origin origin, Bounds bounds, BodyErrorPages errorPages) {
    super(context, origin, bounds);
    this.errorPages = errorPages;
  }

  @Override
  void take(Buffer bytes) {
    body.appendBuffer(bytes);
  }

  @Override
  void complete() {
    enqueue();
  }

  @Override
  void handOver() {
    ((RoutingContextInternal) context).setBody(body);
    body = Buffer.buffer();
  }

  @Override
  String busyPage() {
    return request.isEnded() && BodyErrorPages.isPublicForm(context)
        ? errorPages.sendAgainPage(request, body)
        : errorPages.error(503, request);
  }

  @Override
  String errorPage(int status) {
    return errorPages.error(status, request);
  }

  @Override
  boolean holdsSlotWhileProcessing() {
    return false;
  }

  @Override
  boolean isTakenByResource() {
    return false;
  }

  @Override
  void discard() {
    body = Buffer.buffer();
  }
}
