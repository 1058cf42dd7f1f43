package nl.uitweg.report.image;

import com.twelvemonkeys.image.ImageUtil;
import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.io.SubStream;
import com.twelvemonkeys.lang.Validate;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.coobird.thumbnailator.Thumbnailator;

/** The command that starts {@link ImageWorker} with what it needs and nothing else. */
final class ImageCommand {

  /** One class of each archive that drawing needs. */
  private static final List<Class<?>> NEEDED =
      List.of(
          ImageWorker.class,
          Thumbnailator.class,
          JPEGImageReaderSpi.class,
          WebPImageReaderSpi.class,
          ImageReaderBase.class,
          Directory.class,
          ImageUtil.class,
          SubStream.class,
          Validate.class);

  private static final Path SHELL = Path.of("/bin/sh");

  /** What the Java machine and its libraries take beside the heap, in megabytes. */
  private static final int BESIDE_HEAP = 320;

  /** Processor seconds after which a process is not asked again; what it may use is more. */
  static final int RETIRED_AFTER = 120;

  private ImageCommand() {}

  /**
   * @param longest of an image that is asked for, in bytes
   */
  static List<String> of(ImageSettings settings, int longest) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      command.addAll(List.of(SHELL.toString(), "-c", limits(settings), "images"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + settings.memory() + "m",
            "-Xmn24m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:ActiveProcessorCount=1",
            "-XX:MaxMetaspaceSize=64m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:MaxDirectMemorySize=8m",
            "-XX:+ExitOnOutOfMemoryError",
            // Nothing of what was sent in any file, and no other process that looks inside.
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:+DisplayVMOutputToStderr",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=/nonexistent",
            "-cp",
            classPath(),
            ImageWorker.class.getName(),
            Integer.toString(longest)));
    return command;
  }

  /** What the operating system holds it to, where it can: memory, processor, files, descriptors. */
  private static String limits(ImageSettings settings) {
    long kilobytes = (settings.memory() + BESIDE_HEAP) * 1024L;
    long seconds = RETIRED_AFTER + 2 * settings.processorTime().toSeconds() + 10;
    return String.join(
        "; ",
        quietly("ulimit -d " + kilobytes),
        quietly("ulimit -t " + seconds),
        quietly("ulimit -f 0"),
        quietly("ulimit -c 0"),
        quietly("ulimit -n 64"),
        "exec \"$@\"");
  }

  private static String quietly(String command) {
    return command + " 2>/dev/null";
  }

  private static String classPath() throws IOException {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> needed : NEEDED) {
      CodeSource source = needed.getProtectionDomain().getCodeSource();
      if (source == null) {
        throw new IOException("it is not known where " + needed.getName() + " comes from");
      }
      try {
        places.add(Path.of(source.getLocation().toURI()).toString());
      } catch (URISyntaxException | IllegalArgumentException e) {
        throw new IOException("it is not known where " + needed.getName() + " comes from", e);
      }
    }
    return String.join(File.pathSeparator, places);
  }
}
