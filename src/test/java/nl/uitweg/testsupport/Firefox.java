package nl.uitweg.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Firefox with one window, driven by WebDriver BiDi (W3C), which it speaks without a driver
 * program. Reads pages in a sandbox, which also works when the page may run no scripts.
 */
public final class Firefox implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/firefox-esr");
  private static final Pattern ADDRESS = Pattern.compile("ws://[\\d.:]+");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> answers;
  private final AtomicInteger lastCommand = new AtomicInteger();
  private final String window;

  private Firefox(
      Process process, WebSocket socket, Map<Integer, CompletableFuture<JsonNode>> answers) {
    this.process = process;
    this.socket = socket;
    this.answers = answers;
    call("session.new", Map.of("capabilities", Map.of()));
    this.window = call("browsingContext.getTree", Map.of()).at("/contexts/0/context").asText();
  }

  public static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * @param profile an empty folder
   */
  public static Firefox start(Path profile, boolean javaScript) throws IOException {
    Files.writeString(
        profile.resolve("user.js"),
        """
        user_pref("javascript.enabled", %s);
        user_pref("intl.accept_languages", "nl");
        user_pref("app.update.enabled", false);
        user_pref("datareporting.policy.dataSubmissionEnabled", false);
        """
            .formatted(javaScript));
    Path log = profile.resolve("firefox.log");
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--headless",
                "--no-remote",
                "--profile",
                profile.toString(),
                "--remote-debugging-port=0",
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    String address =
        TestTimeout.await("Firefox listens")
            .until(() -> first(ADDRESS, Files.readString(log)), found -> !found.isEmpty());
    Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address + "/session"), new Listener(answers))
            .join();
    return new Firefox(process, socket, answers);
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group() : "";
  }

  /** Collects the parts of each message and completes the command that it answers. */
  private static final class Listener implements WebSocket.Listener {

    private final Map<Integer, CompletableFuture<JsonNode>> answers;
    private final StringBuilder message = new StringBuilder();

    Listener(Map<Integer, CompletableFuture<JsonNode>> answers) {
      this.answers = answers;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        complete(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedFuture(part);
    }

    private void complete(String text) {
      try {
        JsonNode json = JSON.readTree(text);
        CompletableFuture<JsonNode> answer = answers.remove(json.path("id").asInt());
        if (answer != null) {
          answer.complete(json);
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    int id = lastCommand.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
    command.set("params", JSON.valueToTree(parameters));
    socket.sendText(command.toString(), true).join();
    JsonNode json = answer.orTimeout(TestTimeout.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    assertThat(json.path("type").asText()).as("%s: %s", method, json).isEqualTo("success");
    return json.path("result");
  }

  /** Opens an address and waits until the page has loaded. */
  public void open(String url) {
    call("browsingContext.navigate", Map.of("context", window, "url", url, "wait", "complete"));
  }

  /** Goes back or forward in the history. */
  public void traverse(int entries) {
    call("browsingContext.traverseHistory", Map.of("context", window, "delta", entries));
  }

  /** Value of an expression about the page. */
  public String read(String expression) {
    return call(
            "script.evaluate",
            Map.of(
                "expression",
                "String(" + expression + ")",
                "target",
                Map.of("context", window, "sandbox", "test"),
                "awaitPromise",
                false))
        .at("/result/value")
        .asText();
  }

  /** The visible text of the page. */
  public String text() {
    return read("document.body ? document.body.innerText : ''");
  }

  /** The address of the page, also when it could not be loaded. */
  public String url() {
    return call("browsingContext.getTree", Map.of()).at("/contexts/0/url").asText();
  }

  /** Waits until the page contains a text. */
  public void awaitText(String text) {
    TestTimeout.await("the page says " + text).until(this::text, shown -> shown.contains(text));
  }

  /** Clicks with the pointer and waits for the next page, which a script may also have put here. */
  public void press(String selector) {
    read("document.body.setAttribute('data-before', '')");
    click(selector);
    TestTimeout.await("a page follows " + selector)
        .ignoreExceptions()
        .until(
            () ->
                "true"
                    .equals(
                        read(
                            "document.readyState === 'complete' && document.body && "
                                + "location.href !== 'about:blank' && !document.body.hasAttribute('data-before')")));
  }

  /**
   * Waits for an element and clicks on it with the pointer. Between two pages, the window shows an
   * empty page for a moment, which has loaded too.
   */
  public void click(String selector) {
    JsonNode nodes =
        TestTimeout.await("the page shows " + selector)
            .ignoreExceptions()
            .until(() -> locate(selector), found -> !found.isEmpty());
    read("document.querySelector(" + quoted(selector) + ").scrollIntoView({block: 'center'})");
    Map<String, ?> element =
        Map.of("type", "element", "element", Map.of("sharedId", nodes.get(0).path("sharedId")));
    perform(
        Map.of(
            "type",
            "pointer",
            "id",
            "mouse",
            "actions",
            List.of(
                Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", element),
                Map.of("type", "pointerDown", "button", 0),
                Map.of("type", "pointerUp", "button", 0))));
  }

  private JsonNode locate(String selector) {
    return call(
            "browsingContext.locateNodes",
            Map.of("context", window, "locator", Map.of("type", "css", "value", selector)))
        .path("nodes");
  }

  /** Types into a field. */
  public void type(String selector, String text) {
    click(selector);
    ArrayNode keys = JSON.createArrayNode();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            key -> {
              keys.addObject().put("type", "keyDown").put("value", key);
              keys.addObject().put("type", "keyUp").put("value", key);
            });
    perform(Map.of("type", "key", "id", "keyboard", "actions", keys));
  }

  private void perform(Map<String, ?> source) {
    call("input.performActions", Map.of("context", window, "actions", List.of(source)));
  }

  private static String quoted(String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process.onExit().join();
  }
}
