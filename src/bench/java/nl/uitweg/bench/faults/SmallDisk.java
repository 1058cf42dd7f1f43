package nl.uitweg.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file system in memory with a limited size, which can be filled. Without the right to mount one,
 * an ordinary folder takes its place and is never filled.
 */
final class SmallDisk implements AutoCloseable {

  private static final String SIZE = "size=1500m";
  private static final int BLOCK_BYTES = 1 << 20;

  private final Path folder;
  private final boolean mounted;

  private SmallDisk(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  static SmallDisk mount(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new SmallDisk(folder, run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", "" + folder));
  }

  private static boolean run(String... command) throws IOException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .onExit()
            .join()
            .exitValue()
        == 0;
  }

  Path folder() {
    return folder;
  }

  boolean canBeFilled() {
    return mounted;
  }

  /** Fills the disk to the last byte. */
  void fill() throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    try (OutputStream out = Files.newOutputStream(folder.resolve("filler"))) {
      for (int size = BLOCK_BYTES; size > 0; ) {
        try {
          out.write(block, 0, size);
        } catch (IOException full) {
          size /= 2; // what does not fit as a whole fits in smaller parts
        }
      }
    }
  }

  /** Makes room again. */
  void clear() throws IOException {
    Files.deleteIfExists(folder.resolve("filler"));
  }

  @Override
  public void close() throws IOException {
    if (mounted && !run("umount", "-l", folder.toString())) {
      throw new IOException("The file system of the benchmark could not be unmounted");
    }
  }
}
