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
 * Netty handler that counts the unsent bytes of one connection. While these exceed the high-water
 * mark (64 KiB), the connection holds a slot with all its bytes, because Netty copies them into
 * buffers of this connection. The connection is closed when the slot is revoked and when nothing
 * was sent for too long. Everything runs on the event loop of the connection, except the
 * revocation.
 */
final class UnsentBytesHandler extends IdleStateHandler {

  private final FairSlotPool slots;
  private Origin origin;
  private FairSlotPool.@Nullable Slot slot;
  private long countedBytes;

  /**
   * @param idleTimeout time without a sent byte after which the connection is closed
   */
  UnsentBytesHandler(FairSlotPool slots, Origin origin, Duration idleTimeout) {
    super(true, 0, idleTimeout.toMillis(), 0, TimeUnit.MILLISECONDS);
    this.slots = slots;
    this.origin = origin;
  }

  /** Sets the origin of the next response; behind a reverse proxy, visitors share connections. */
  void setOrigin(Origin origin) {
    this.origin = origin;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    super.write(context, message, promise);
    updateSlot(context);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
    updateSlot(context);
    super.channelWritabilityChanged(context);
  }

  private void updateSlot(ChannelHandlerContext context) {
    long unsentBytes = unsentBytes(context);
    if (unsentBytes == 0 || context.channel().isWritable()) {
      releaseSlot();
      return;
    }
    if (slot == null) {
      slot = slots.take(origin, () -> close(context)).orElse(null);
    }
    if (slot == null) {
      close(context);
    } else if (unsentBytes > countedBytes) {
      long more = unsentBytes - countedBytes;
      countedBytes = unsentBytes;
      slot.grow(more);
    }
  }

  /** Called once per idle period without a sent byte; does not pass the event on. */
  @Override
  protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
    // Netty fires the first event after a write even if bytes were sent meanwhile; only a later one
    // shows a stall.
    if (!event.isFirst() && unsentBytes(context) > 0) {
      close(context);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) throws Exception {
    releaseSlot();
    super.handlerRemoved(context);
  }

  private void releaseSlot() {
    if (slot != null) {
      slot.release();
      slot = null;
    }
    countedBytes = 0;
  }

  private static long unsentBytes(ChannelHandlerContext context) {
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }

  /** Closes immediately: an orderly shutdown would wait for bytes that nobody reads. */
  private static void close(ChannelHandlerContext context) {
    context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }
}
