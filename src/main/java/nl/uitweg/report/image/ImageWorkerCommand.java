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

/**
 * Builds the command line that starts {@link ImageWorker} with a minimal class path and resource
 * limits.
 */
final class ImageWorkerCommand {

  /** One class from each JAR that the worker needs. */
  private static final List<Class<?>> REQUIRED_CLASSES =
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

  /** Memory of the JVM outside the heap, in megabytes. */
  private static final int NON_HEAP_MEGABYTES = 320;

  /**
   * CPU time in seconds after which a process is replaced by a new one. The limit of the operating
   * system is higher.
   */
  static final int MAX_CPU_SECONDS = 120;

  private ImageWorkerCommand() {}

  /**
   * The command line.
   *
   * @param maxImageBytes maximum size of an image, in bytes
   */
  static List<String> of(ImageSettings settings, int maxImageBytes) throws IOException {
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
            // No image data in dump files, and no other process may attach.
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
            Integer.toString(maxImageBytes)));
    return command;
  }

  /**
   * Shell commands that set limits for memory, CPU time, file size, core dumps and descriptors,
   * where the operating system supports them.
   */
  private static String limits(ImageSettings settings) {
    long kilobytes = (settings.memory() + NON_HEAP_MEGABYTES) * 1024L;
    long seconds = MAX_CPU_SECONDS + 2 * settings.cpuTime().toSeconds() + 10;
    return String.join(
        "; ",
        ignoringErrors("ulimit -d " + kilobytes),
        ignoringErrors("ulimit -t " + seconds),
        ignoringErrors("ulimit -f 0"),
        ignoringErrors("ulimit -c 0"),
        ignoringErrors("ulimit -n 64"),
        "exec \"$@\"");
  }

  private static String ignoringErrors(String command) {
    return command + " 2>/dev/null";
  }

  private static String classPath() throws IOException {
    Set<String> locations = new LinkedHashSet<>();
    for (Class<?> required : REQUIRED_CLASSES) {
      CodeSource source = required.getProtectionDomain().getCodeSource();
      if (source == null) {
        throw new IOException("the code source of " + required.getName() + " is unknown");
      }
      try {
        locations.add(Path.of(source.getLocation().toURI()).toString());
      } catch (URISyntaxException | IllegalArgumentException e) {
        throw new IOException("the code source of " + required.getName() + " is unknown", e);
      }
    }
    return String.join(File.pathSeparator, locations);
  }
}
