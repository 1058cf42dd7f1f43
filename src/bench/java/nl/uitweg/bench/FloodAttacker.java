package nl.uitweg.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.RawConnection;

/** Simulates an attack from one address, at a bounded rate, until it is stopped. */
final class FloodAttacker implements Runnable {

  private static final int REQUESTS_PER_SECOND = 50; // of all attackers together
  private static final int HELD_CONNECTIONS = 250; // of all attackers together
  private static final int MAX_OPEN_CONNECTIONS = 200; // of all attackers together, except HOLD

  /** Kinds of attack. */
  enum Kind {
    REPLAY("replays one form"),
    DISCONNECT("disconnects at once"),
    PATIENT("sends old forms"),
    HOLD("holds uploads back");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }

  private final Kind kind;
  private final String localAddress;
  private final int port;
  private final int attackers;
  private final Deque<RawConnection> open = new ArrayDeque<>();

  /** Tokens of forms that have been filled in. */
  private final List<String> forms = new ArrayList<>();

  private volatile boolean stopped;

  FloodAttacker(Kind kind, String localAddress, int port, int attackers) {
    this.kind = kind;
    this.localAddress = localAddress;
    this.port = port;
    this.attackers = attackers;
  }

  /** Fills in the forms that the attack needs, so that they are not too new when they are sent. */
  void prepare() {
    int needed = kind == Kind.HOLD ? 1 : kind == Kind.REPLAY ? 1 : Math.max(3, 100 / attackers);
    for (int i = 0; i < needed; i++) {
      FormClient form = new FormClient("nl", localAddress, port);
      form.open();
      form.next("safety", "no");
      form.next();
      form.next();
      form.next("municipality", "heemstede");
      form.press("finish", "what", "fake " + i);
      form.next("contact", "unknown");
      forms.add(form.sealedState());
    }
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    try {
      for (int i = 0; !stopped; i++) {
        if (kind == Kind.HOLD) {
          hold();
        } else {
          send(forms.get(i % forms.size()));
        }
        while (kind != Kind.HOLD && open.size() > Math.max(2, MAX_OPEN_CONNECTIONS / attackers)) {
          open.remove().reset();
        }
        Thread.sleep(1_000L * attackers / REQUESTS_PER_SECOND);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      System.out.println("An attacker at " + localAddress + " stops: " + e.getMessage());
    } finally {
      open.forEach(FloodAttacker::reset);
    }
  }

  private void hold() throws IOException {
    if (open.size() < Math.max(2, HELD_CONNECTIONS / attackers)) {
      open.add(
          new RawConnection(localAddress, port)
              .send(
                  "POST /nl/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n"
                      + "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
                      + "--x\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n"
                      + forms.get(0)
                      + "\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; "
                      + "filename=\"a.pdf\"\r\n\r\n%PDF-1.4 "));
    } else {
      open.forEach(connection -> connection.trickle("a"));
    }
  }

  private void send(String token) throws IOException {
    String body = "state=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&go=send";
    RawConnection connection =
        new RawConnection(localAddress, port)
            .send(
                "POST /nl/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                    + body.length()
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
                    + body);
    if (kind == Kind.DISCONNECT) {
      connection.close();
    } else {
      open.add(connection);
    }
  }

  private static void reset(RawConnection connection) {
    try {
      connection.reset();
    } catch (IOException e) {
      // the connection is already closed
    }
  }
}
