package nl.uitweg.platform.body;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.uitweg.platform.http.FormTokenValidator;
import nl.uitweg.platform.limits.FairScheduler;
import nl.uitweg.platform.limits.FairSlotPool;
import nl.uitweg.platform.limits.Origins;
import nl.uitweg.platform.limits.Quota;

/**
 * Receives the whole body of a request on the event loop before passing the request on. A slow
 * sender therefore never occupies a worker thread.
 */
@Singleton
class RequestBodyFilter {

  /**
   * Vert.x filter priority, highest first: after the filters for security headers, path and
   * forwarding headers.
   */
  private static final int PRIORITY = 9_000;

  private static final Pattern CONTENT_LENGTH = Pattern.compile("\\d{1,18}");

  private final Origins origins;
  private final BodyErrorPages errorPages;
  private final BackchannelLogoutGuard backchannelLogout;
  private final List<FormTokenValidator> tokenValidators;
  private final BodyReceiver.Bounds forms;
  private final BodyReceiver.Bounds files;

  RequestBodyFilter(
      Origins origins,
      BodyErrorPages errorPages,
      BackchannelLogoutGuard backchannelLogout,
      @All List<FormTokenValidator> tokenValidators,
      BodyLimits limits) {
    this.origins = origins;
    this.errorPages = errorPages;
    this.backchannelLogout = backchannelLogout;
    this.tokenValidators = tokenValidators;
    this.forms = bounds(limits.forms(), limits);
    this.files = bounds(limits.files(), limits);
  }

  private static BodyReceiver.Bounds bounds(BodyLimits.Forms forms, BodyLimits limits) {
    return new BodyReceiver.Bounds(
        forms.maxBytes(),
        forms.timeout(),
        limits.idleTimeout(),
        limits.queueTimeout(),
        limits.afterDisconnect(),
        slots(
            new Quota(
                forms.slots(), forms.slotsPerOrigin(), forms.bytes(), forms.bytesPerOrigin())),
        new FairScheduler(Quota.of(forms.concurrent(), forms.concurrentPerOrigin())));
  }

  private static BodyReceiver.Bounds bounds(BodyLimits.Files files, BodyLimits limits) {
    return new BodyReceiver.Bounds(
        files.maxBytes(),
        files.timeout(),
        limits.idleTimeout(),
        limits.queueTimeout(),
        limits.afterDisconnect(),
        slots(
            new Quota(
                files.slots(), files.slotsPerOrigin(), files.bytes(), files.bytesPerOrigin())),
        new FairScheduler(Quota.of(files.concurrent(), files.concurrentPerOrigin())));
  }

  private static FairSlotPool slots(Quota quota) {
    return new FairSlotPool(quota, FairSlotPool.WhenFull.REPLACE_OLDEST);
  }

  void register(@Observes Filters filters) {
    filters.register(this::receive, PRIORITY);
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!hasBody(request)) {
      context.next();
      return;
    }
    if (backchannelLogout.matches(context)) {
      backchannelLogout.guard(context, length(request));
      return;
    }
    Origins.Origin origin = origins.of(request);
    BodyReceiver receiver =
        isMultipart(request)
            ? new UploadReceiver(context, origin, files, errorPages, tokenValidators)
            : new FormReceiver(context, origin, forms, errorPages);
    receiver.start(length(request));
  }

  private static boolean hasBody(HttpServerRequest request) {
    boolean readOnly =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return length(request) > 0
        || request.getHeader("Transfer-Encoding") != null
        || (request.version() == HttpVersion.HTTP_2 && !readOnly && !request.isEnded());
  }

  private static boolean isMultipart(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static long length(HttpServerRequest request) {
    String header = request.getHeader("Content-Length");
    return header != null && CONTENT_LENGTH.matcher(header).matches() ? Long.parseLong(header) : 0;
  }
}
