package org.tagwire.url;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells addresses that give access to whoever knows them.
 *
 * <p>A parameter is secret by its name ({@code token}, {@code key}, {@code auth} …) or by its
 * value; a value or path segment is secret when it looks random: 32 or more hexadecimal digits, or
 * 20 or more letters and digits that change between capitals, small letters and digits as chance
 * would have it. Dashed UUIDs and parameters named …id are public names by custom. Wrong towards
 * caution: a public feed taken for a private one is shown to its owner only.
 */
final class Secrets {
  private static final String HIDDEN = "***";
  private static final int MIN_RANDOM = 20;
  private static final int MIN_HEX = 32;
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Set<String> NAMES =
      Set.of(
          "token",
          "key",
          "auth",
          "apikey",
          "secret",
          "password",
          "passwd",
          "passwort",
          "pwd",
          "pass",
          "sig",
          "signature",
          "session",
          "sessionid",
          "sid",
          "jwt",
          "credential",
          "credentials",
          "hmac",
          "bearer",
          "authorization",
          "access",
          "passcode",
          "pin",
          "otp");
  private static final Pattern PART = Pattern.compile("[_\\-.\\[\\]]+");

  private Secrets() {}

  static boolean inQuery(String query) {
    for (String parameter : query.split("&")) {
      if (isSecret(parameter)) {
        return true;
      }
    }
    return false;
  }

  static boolean inPath(String path) {
    for (String segment : path.split("/")) {
      if (looksRandom(segment)) {
        return true;
      }
    }
    return false;
  }

  static String redactQuery(String query) {
    String[] parameters = query.split("&", -1);
    for (int i = 0; i < parameters.length; i++) {
      int equals = parameters[i].indexOf('=');
      if (isSecret(parameters[i])) {
        parameters[i] = equals < 0 ? HIDDEN : parameters[i].substring(0, equals + 1) + HIDDEN;
      }
    }
    return String.join("&", parameters);
  }

  static String redactPath(String path) {
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      if (looksRandom(segments[i])) {
        segments[i] = HIDDEN;
      }
    }
    return String.join("/", segments);
  }

  private static boolean isSecret(String parameter) {
    int equals = parameter.indexOf('=');
    if (equals < 0) {
      return looksRandom(parameter);
    }
    String name = Escapes.decode(parameter.substring(0, equals));
    String value = parameter.substring(equals + 1);
    if (value.isEmpty()) {
      return false;
    }
    return isSecretName(name) || (!isIdName(name) && looksRandom(value));
  }

  /**
   * Secret is {@code token}, and so are {@code rss_token}, {@code user-key} and {@code
   * accessToken}.
   */
  private static boolean isSecretName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith("token") || lower.endsWith("apikey") || lower.endsWith("authkey")) {
      return true;
    }
    for (String part : PART.split(lower)) {
      if (NAMES.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIdName(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("id") || name.equals("list");
  }

  static boolean looksRandom(String segment) {
    int dot = segment.lastIndexOf('.');
    String text = dot > 0 && segment.length() - dot <= 5 ? segment.substring(0, dot) : segment;
    if (text.length() < MIN_RANDOM || UUID.matcher(text).matches()) {
      return false;
    }
    if (text.length() >= MIN_HEX && HEX.matcher(text).matches()) {
      return true;
    }
    return changesByChance(text);
  }

  /**
   * Counts how often neighbours are of another class; words and dates change seldom, random text
   * nearly always.
   */
  private static boolean changesByChance(String text) {
    int letters = 0;
    int changes = 0;
    int before = -1;
    for (int i = 0; i < text.length(); i++) {
      int now = classOf(text.charAt(i));
      if (now < 0) {
        return false;
      }
      if (now > 0) {
        letters++;
        changes += before > 0 && before != now && !beginsAWord(before, now) ? 1 : 0;
        before = now;
      } else {
        before = -1;
      }
    }
    return letters >= MIN_RANDOM && changes * 10 >= letters * 3;
  }

  private static boolean beginsAWord(int before, int now) {
    return before == 2 && now == 1;
  }

  /** 1 small, 2 capital, 3 digit, 0 joiner, -1 anything else. */
  private static int classOf(char c) {
    if (c >= 'a' && c <= 'z') {
      return 1;
    }
    if (c >= 'A' && c <= 'Z') {
      return 2;
    }
    if (c >= '0' && c <= '9') {
      return 3;
    }
    return c == '-' || c == '_' ? 0 : -1;
  }
}
