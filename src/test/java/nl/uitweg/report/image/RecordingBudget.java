package nl.uitweg.report.image;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A budget without a limit that records what the images of a test used. */
class RecordingBudget implements ImageBudget {

  private final List<Duration> used = new CopyOnWriteArrayList<>();

  @Override
  public boolean isSpent() {
    return false;
  }

  @Override
  public boolean mayWait() {
    return true;
  }

  @Override
  public void use(Duration processorTime) {
    used.add(processorTime);
  }

  /** What each image used that was decoded. */
  List<Duration> used() {
    return List.copyOf(used);
  }
}
