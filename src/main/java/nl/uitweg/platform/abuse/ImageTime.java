package nl.uitweg.platform.abuse;

import jakarta.inject.Singleton;
import java.time.Duration;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.limits.ProcessorTime;

/** Processor time for images, in token buckets of milliseconds. */
@Singleton
class ImageTime implements ProcessorTime {

  private final OriginBuckets milliseconds;

  ImageTime(AbuseLimits limits) {
    this.milliseconds =
        new OriginBuckets(
            Math.toIntExact(limits.imageTime().toMillis()),
            Math.toIntExact(limits.onionImageTime().toMillis()),
            limits.imageTimePer());
  }

  @Override
  public boolean isLeft(Origin origin) {
    return milliseconds.hasTokens(origin);
  }

  @Override
  public void use(Origin origin, Duration time) {
    milliseconds.takeAlways(origin, time.toMillis());
  }
}
