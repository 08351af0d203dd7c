package org.tagwire.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URL;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The inventory of sockets: who may dial, who may listen, and by which class within the one way
 * out.
 *
 * <p>A guard is worth what passes it. So everything that can open a connection, look up a name or
 * start a process that could is forbidden by name everywhere, and allowed at places counted here.
 */
final class WaysOut {
  private static final Pattern DIALLING_TYPE =
      Pattern.compile(
          "org\\.apache\\.hc\\..*|java\\.net\\.http\\..*|org\\.jsoup\\.Connection.*"
              + "|org\\.eclipse\\.jetty\\.(client|http2\\.client|io\\.ClientConnector).*"
              + "|java\\.net\\.(Http|Jar)?URLConnection|java\\.net\\.URLClassLoader"
              + "|java\\.net\\.(Datagram|Multicast)?Socket(Impl)?|java\\.net\\.ProxySelector"
              + "|java\\.nio\\.channels\\.(Asynchronous)?(Socket|Datagram|Multicast)Channel"
              + "|java\\.nio\\.channels\\.spi\\..*|java\\.rmi\\..*|javax\\.naming\\..*"
              + "|javax\\.management\\.remote\\..*|java\\.util\\.logging\\.SocketHandler"
              + "|javax\\.net\\.(ssl\\.)?(SSL)?SocketFactory"
              + "|javax\\.net\\.ssl\\.(SSLSocket|SSLEngine|SSLContext|HttpsURLConnection)"
              + "|(sun|com\\.sun|jdk\\.internal)\\.(net|nio|jndi)\\.(?!httpserver).*");

  private static final Pattern DIALLING_CALL =
      Pattern.compile(
          "java\\.net\\.URL\\.(openStream|openConnection|getContent|equals|hashCode)"
              + "|java\\.net\\.InetAddress\\."
              + "(getByName|getAllByName|getLocalHost|isReachable|get(Canonical)?HostName)"
              + "|java\\.net\\.Inet[46]Address\\.getByName"
              + "|java\\.net\\.InetSocketAddress\\.getHostName"
              + "|org\\.jsoup\\.Jsoup\\.(connect|newSession)"
              + "|java\\.lang\\.Runtime\\.exec|java\\.lang\\.ProcessBuilder\\..*");

  private static final Pattern LISTENING_TYPE =
      Pattern.compile(
          "java\\.net\\.ServerSocket|java\\.nio\\.channels\\.(Asynchronous)?ServerSocketChannel"
              + "|com\\.sun\\.net\\.httpserver\\.Https?Server.*"
              + "|org\\.eclipse\\.jetty\\.server\\.\\w*Connector|io\\.javalin\\.Javalin"
              + "|javax\\.net\\.(ssl\\.)?(SSL)?ServerSocketFactory|javax\\.net\\.ssl\\.SSLServerSocket");

  /** The loopback world, whose business is to be dialled, and the two doors of a node. */
  private static final Pattern MAY_LISTEN =
      Pattern.compile("newsstand\\..*|server\\.control\\.ControlServer|server\\.node\\.WebServer");

  /** Within the one way out each of these is done by one class. */
  private static final Map<String, Pattern> DOOR_BY_CALL =
      Map.of(
          "fetch.Sockets", Pattern.compile("java\\.net\\.Socket\\.<init>"),
          "fetch.Dialler", Pattern.compile("java\\.net\\.Socket\\.connect"),
          "fetch.Names", Pattern.compile("java\\.net\\.InetAddress\\.get(All)?ByName"));

  private WaysOut() {}

  /**
   * Names what a class does that only fetch may, and within fetch only one class.
   *
   * @param type the class
   * @param place its outermost class, relative to the root, as in {@code fetch.Dialler}
   */
  static Stream<String> dialled(JavaClass type, String place) {
    if (place.startsWith("newsstand.")) {
      return Stream.empty();
    }
    if (place.startsWith("fetch.")) {
      return DOOR_BY_CALL.entrySet().stream()
          .filter(door -> !door.getKey().equals(place))
          .flatMap(
              door ->
                  calls(type, door.getValue())
                      .map(call -> "only " + door.getKey() + " does this: " + call));
    }
    return Stream.concat(
            types(type, DIALLING_TYPE), Stream.concat(calls(type, DIALLING_CALL), addressed(type)))
        .map(found -> "only fetch talks to the network: " + found);
  }

  /** Names what a class does that only a listener may. */
  static Stream<String> listened(JavaClass type, String place) {
    return MAY_LISTEN.matcher(place).matches()
        ? Stream.empty()
        : types(type, LISTENING_TYPE).map(found -> "one more door into the house: " + found);
  }

  private static Stream<String> types(JavaClass type, Pattern banned) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(
            arrow ->
                banned.matcher(arrow.getTargetClass().getBaseComponentType().getName()).matches())
        .map(arrow -> arrow.getDescription());
  }

  private static Stream<String> calls(JavaClass type, Pattern banned) {
    return type.getAccessesFromSelf().stream()
        .filter(access -> banned.matcher(callee(access)).matches())
        .map(WaysOut::told);
  }

  /** Finds calls that take an address and fetch it themselves, or a name and look it up. */
  private static Stream<String> addressed(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .filter(access -> access.getTarget() instanceof CodeUnitAccessTarget)
        .filter(access -> takesUrl(access) || looksUp(access))
        .map(WaysOut::told);
  }

  private static boolean takesUrl(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        && called.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(URL.class));
  }

  /**
   * An address made of a text is looked up at once, and so is a file that an XML parser is named.
   */
  private static boolean looksUp(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        && callee(access)
            .matches(
                "java\\.net\\.InetSocketAddress\\.<init>"
                    + "|javax\\.xml\\.transform\\.stream\\.StreamSource\\.<init>"
                    + "|org\\.xml\\.sax\\.InputSource\\.<init>"
                    + "|(javax\\.xml\\.parsers\\.DocumentBuilder|javax\\.xml\\.parsers\\.SAXParser"
                    + "|org\\.xml\\.sax\\.XMLReader)\\.parse")
        && called.getRawParameterTypes().stream()
            .findFirst()
            .filter(first -> first.isEquivalentTo(String.class))
            .isPresent();
  }

  private static String callee(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  private static String told(JavaAccess<?> access) {
    return callee(access) + " in " + access.getSourceCodeLocation();
  }
}
