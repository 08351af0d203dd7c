package org.tagwire.server.orders;

import java.security.SecureRandom;
import org.tagwire.server.control.Clerk;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.web.Keys;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.works.Works;

/**
 * Sets the owner's password, which comes as the order's input so that no list of processes shows
 * it.
 */
public final class Passwords implements Clerk {
  /** The name of the order. */
  public static final String ORDER = "password";

  private final Works works;

  Passwords(Works works) {
    this.works = works;
  }

  @Override
  public void carryOut(Order order, Report report) {
    String password = order.text();
    String hash =
        OwnerPassword.hash(password, new SecureRandom())
            .orElseThrow(
                () ->
                    Arguments.bad(
                        "a password has "
                            + OwnerPassword.MIN_LENGTH
                            + " to "
                            + OwnerPassword.MAX_LENGTH
                            + " characters, but this has "
                            + password.length()));
    works.store().upkeep().putProperty(Keys.PASSWORD, hash);
    works.store().upkeep().putProperty(Keys.SESSIONS, "");
    report.line("the password is set; who was signed in must sign in again");
  }
}
