package nl.uitweg.platform.body;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import nl.uitweg.platform.limits.FairSlotPool;
import nl.uitweg.platform.limits.Origins;
import nl.uitweg.platform.limits.Quota;

/**
 * Bounds what waits to be sent: every connection gets deadlines for its answers and a place for
 * their bytes, and its next request waits until the answer before it has been taken. What {@link
 * RequestBodyFilter} is for what visitors send, this is for what they are sent.
 */
@Singleton
class UnsentResponses {

  private static final int BEFORE_EVERY_ANSWER = 10_100;

  private final Origins origins;
  private final ResponseLimits limits;
  private final FairSlotPool places;

  UnsentResponses(Origins origins, ResponseLimits limits) {
    this.origins = origins;
    this.limits = limits;
    this.places =
        new FairSlotPool(
            new Quota(limits.atOnce(), limits.each(), limits.bytes(), limits.bytesEach()),
            FairSlotPool.WhenFull.REPLACE_OLDEST);
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, BEFORE_EVERY_ANSWER);
  }

  /** How many connections have an answer that waits to be sent. */
  int waiting() {
    return places.taken();
  }

  /** Watches the connection of this request, and passes the request on once it has room. */
  void watch(RoutingContext context) {
    HttpServerRequest request = context.request();
    ChannelPipeline pipeline = ((ConnectionBase) request.connection()).channel().pipeline();
    HttpServerResponse response = context.response();
    if (!response.writeQueueFull()) {
      pass(context, pipeline);
      return;
    }
    response.drainHandler(
        sent -> {
          response.drainHandler(null);
          pass(context, pipeline);
        });
  }

  private void pass(RoutingContext context, ChannelPipeline pipeline) {
    Origins.Origin origin = origins.of(context.request());
    UnsentBytesHandler known = pipeline.get(UnsentBytesHandler.class);
    if (known == null) {
      pipeline.addFirst(
          new UnsentBytesHandler(places, origin, limits.idle()),
          new WriteTimeoutHandler(limits.within().toMillis(), TimeUnit.MILLISECONDS));
    } else {
      known.belongTo(origin);
    }
    context.next();
  }
}
