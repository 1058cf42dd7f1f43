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
import nl.uitweg.platform.limits.FairSlotPool;
import nl.uitweg.platform.limits.FairScheduler;
import nl.uitweg.platform.limits.Origins;
import nl.uitweg.platform.limits.Quota;

/**
 * Stands before everything that takes a body: receives it whole on the event loop, and only then
 * passes the request on. So a slow sender never holds a worker thread.
 */
@Singleton
class RequestBodyFilter {

  private static final int AFTER_HEADERS = 9_000;
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private final Origins origins;
  private final BodyErrorPages answers;
  private final BackchannelLogoutGuard providerMessages;
  private final List<FormTokenValidator> tokens;
  private final BodyReceiver.Bounds forms;
  private final BodyReceiver.Bounds files;

  RequestBodyFilter(
      Origins origins,
      BodyErrorPages answers,
      BackchannelLogoutGuard providerMessages,
      @All List<FormTokenValidator> tokens,
      BodyLimits limits) {
    this.origins = origins;
    this.answers = answers;
    this.providerMessages = providerMessages;
    this.tokens = tokens;
    this.forms = bounds(limits.forms(), limits);
    this.files = bounds(limits.files(), limits);
  }

  private static BodyReceiver.Bounds bounds(BodyLimits.Forms of, BodyLimits limits) {
    return new BodyReceiver.Bounds(
        of.most(),
        of.within(),
        limits.idle(),
        limits.turnWithin(),
        places(new Quota(of.atOnce(), of.each(), of.bytes(), of.bytesEach())),
        new FairScheduler(Quota.of(of.inWork(), of.inWorkEach())));
  }

  private static BodyReceiver.Bounds bounds(BodyLimits.Files of, BodyLimits limits) {
    return new BodyReceiver.Bounds(
        of.most(),
        of.within(),
        limits.idle(),
        limits.turnWithin(),
        places(new Quota(of.atOnce(), of.each(), of.bytes(), of.bytesEach())),
        new FairScheduler(Quota.of(of.inWork(), of.inWorkEach())));
  }

  private static FairSlotPool places(Quota share) {
    return new FairSlotPool(share, FairSlotPool.WhenFull.REPLACE_OLDEST);
  }

  void register(@Observes Filters filters) {
    filters.register(this::receive, AFTER_HEADERS);
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!hasBody(request)) {
      context.next();
      return;
    }
    if (providerMessages.addressed(context)) {
      providerMessages.pass(context, length(request));
      return;
    }
    Origins.Origin origin = origins.of(request);
    BodyReceiver reception =
        isMultipart(request)
            ? new UploadReceiver(context, origin, files, answers, tokens)
            : new FormReceiver(context, origin, forms, answers);
    reception.start(length(request));
  }

  private static boolean hasBody(HttpServerRequest request) {
    boolean reading =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return length(request) > 0
        || request.getHeader("Transfer-Encoding") != null
        || (request.version() == HttpVersion.HTTP_2 && !reading && !request.isEnded());
  }

  private static boolean isMultipart(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static long length(HttpServerRequest request) {
    String header = request.getHeader("Content-Length");
    return header != null && LENGTH.matcher(header).matches() ? Long.parseLong(header) : 0;
  }
}
