package nl.uitweg.platform.body;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nl.uitweg.platform.limits.FairSlotPool;
import nl.uitweg.platform.limits.Origins.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What one connection still has to send. While that is more than its high-water mark (64 KiB) it
 * holds a place with all its bytes: Netty copies them into buffers of this connection, wherever
 * they come from. The connection is closed when the place is revoked, and when nothing leaves for
 * too long. Everything runs on the event loop of the connection, except for the revocation.
 */
final class UnsentBytesHandler extends IdleStateHandler {

  private final FairSlotPool places;
  private Origin origin;
  private FairSlotPool.@Nullable Place place;
  private long counted;

  /**
   * @param idle time without a byte leaving after which the connection is closed
   */
  UnsentBytesHandler(FairSlotPool places, Origin origin, Duration idle) {
    super(true, 0, idle.toMillis(), 0, TimeUnit.MILLISECONDS);
    this.places = places;
    this.origin = origin;
  }

  /** Whose answer the next bytes are: behind a reverse proxy visitors share connections. */
  void belongTo(Origin visitor) {
    origin = visitor;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    super.write(context, message, promise);
    count(context);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
    count(context);
    super.channelWritabilityChanged(context);
  }

  private void count(ChannelHandlerContext context) {
    long unsent = unsent(context);
    if (unsent == 0 || context.channel().isWritable()) {
      leave();
      return;
    }
    if (place == null) {
      place = places.take(origin, () -> close(context)).orElse(null);
    }
    if (place == null) {
      close(context);
    } else if (unsent > counted) {
      long more = unsent - counted;
      counted = unsent;
      place.grow(more);
    }
  }

  /** Called once in every idle time in which no byte left; does not pass the event on. */
  @Override
  protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
    // the first event after a write says nothing about progress: there is no earlier look
    if (!event.isFirst() && unsent(context) > 0) {
      close(context);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) throws Exception {
    leave();
    super.handlerRemoved(context);
  }

  private void leave() {
    if (place != null) {
      place.leave();
      place = null;
    }
    counted = 0;
  }

  private static long unsent(ChannelHandlerContext context) {
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }

  /** At once: an orderly end would wait for the bytes that nobody takes. */
  private static void close(ChannelHandlerContext context) {
    context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }
}
