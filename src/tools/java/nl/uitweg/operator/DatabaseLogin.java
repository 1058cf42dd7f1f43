package nl.uitweg.operator;

/** Address and login of the database, for commands that run without the application. */
public record DatabaseLogin(String jdbcUrl, String user, String password) {

  /** Omits the password. */
  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
