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
 * Limits responses that wait to be sent. Every connection gets deadlines for its responses, and
 * holds a slot while its unsent bytes exceed the high-water mark of Netty. Its next request waits
 * until the write queue has room. Counterpart of {@link RequestBodyFilter}.
 */
@Singleton
class UnsentResponses {

  /** Vert.x filter priority, highest first: before every filter that may respond. */
  private static final int PRIORITY = 10_100;

  private final Origins origins;
  private final ResponseLimits limits;
  private final FairSlotPool slots;

  UnsentResponses(Origins origins, ResponseLimits limits) {
    this.origins = origins;
    this.limits = limits;
    this.slots =
        new FairSlotPool(
            new Quota(
                limits.slots(), limits.slotsPerOrigin(), limits.bytes(), limits.bytesPerOrigin()),
            FairSlotPool.WhenFull.REPLACE_OLDEST);
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, PRIORITY);
  }

  /**
   * Number of connections that hold a slot because their unsent bytes exceed the high-water mark.
   */
  int waiting() {
    return slots.inUse();
  }

  /**
   * Monitors the connection of this request and passes the request on once the write queue has
   * room.
   */
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
    UnsentBytesHandler handler = pipeline.get(UnsentBytesHandler.class);
    if (handler == null) {
      pipeline.addFirst(
          new UnsentBytesHandler(slots, origin, limits.idleTimeout()),
          new WriteTimeoutHandler(limits.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } else {
      handler.setOrigin(origin);
    }
    context.next();
  }
}
