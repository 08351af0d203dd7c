package org.tagwire.server.site;

import io.javalin.Javalin;
import java.time.ZoneOffset;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.PictureWay;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.SiteOptions;

/** Serves the sample news on a port, to be looked at in a browser: {@code java … Showcase 8090}. */
final class Showcase {
  private Showcase() {}

  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    var newsroom = SampleNews.fill("http://localhost:" + port + "/picture");
    var context =
        new SiteContext(
                newsroom.questions(),
                SiteOptions.plain(ZoneOffset.UTC),
                OwnerPassword.unset(),
                () -> SampleNews.NOW,
                () -> 1)
            .with(new PictureWay.Direct());
    Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.routes.get(
                  "/picture/{name}",
                  http -> {
                    http.contentType("image/svg+xml");
                    http.result(
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'><rect width='16' height='9'"
                            + " fill='#8fb7c9'/><path d='M0 6q4-3 8 0t8 0v3H0z' fill='#2d5a6b'/></svg>");
                  });
              new Site(context).install(config);
            })
        .start(port);
  }
}
