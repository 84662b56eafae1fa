#include "http/static_files.h"

#include <filesystem>
#include <fstream>

#include "http/checks.h"
#include "http/compression.h"
#include "http/testing.h"

namespace yizheng::http::testing {
namespace {

class WebTest : public ServerTest {
 protected:
  WebTest() {
    put("index.html", "<!doctype html><title>议政</title>");
    put("assets/index-B1x_9-aZ.js", "export const words = [" + std::string(3000, '1') + "];");
    put("assets/logo.svg", "<svg/>");
    put("favicon.ico", std::string("\0\1", 2));
    put("made.css", std::string(2000, 'a'));
    put("made.css.br", "made by the build");
    auto options = quick_options();
    options.web_root = web().string();
    start(options);
  }
  std::filesystem::path web() const { return folder_ / "web"; }
  void put(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((web() / name).parent_path());
    std::ofstream(web() / name, std::ios::binary) << content;
  }
};

TEST_F(WebTest, PagesAndAssets) {
  auto reply = ask(request("GET", "/"));
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(reply.header("cache-control"), "no-cache");
  EXPECT_NE(reply.header("content-security-policy").find("script-src 'self';"), std::string::npos);
  const auto etag = reply.header("etag");
  EXPECT_EQ(ask(request("GET", "/", {"If-None-Match: " + etag})).status, 304);
  EXPECT_EQ(ask(request("GET", "/proposals/17")).header("etag"), etag);
  EXPECT_EQ(ask(request("GET", "/missing.js")).status, 404);
  EXPECT_EQ(ask(request("GET", "/api/v2/x")).status, 404);
  EXPECT_EQ(ask(request("GET", "/../../etc/passwd.txt")).status, 404);
  EXPECT_EQ(ask(request("GET", "/%2e%2e/%2e%2e/etc/passwd.txt")).status, 404);
  reply = ask(request("GET", "/favicon.ico"));
  EXPECT_EQ(reply.body, std::string("\0\1", 2));
  reply = ask(request("POST", "/", {}, "{}"));
  EXPECT_EQ(reply.status, 405);
  EXPECT_EQ(reply.header("allow"), "GET, HEAD");
  Client client(port());
  client.send(request("HEAD", "/assets/logo.svg"));
  EXPECT_EQ(client.read(true).header("content-length"), "6");
  EXPECT_EQ(client.ask(request("GET", "/healthz")).status, 200);
}

TEST_F(WebTest, EncodingsAreNegotiated) {
  const auto plain = ask(request("GET", "/assets/index-B1x_9-aZ.js"));
  EXPECT_EQ(plain.header("cache-control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(plain.header("vary"), "Accept-Encoding");
  EXPECT_EQ(plain.header("content-encoding"), "");
  const auto br = ask(request("GET", "/assets/index-B1x_9-aZ.js", {"Accept-Encoding: gzip, deflate, br"}));
  EXPECT_EQ(br.header("content-encoding"), "br");
  EXPECT_LT(br.body.size(), 200U);
  const auto gz = ask(request("GET", "/assets/index-B1x_9-aZ.js", {"Accept-Encoding: gzip, br;q=0"}));
  EXPECT_EQ(gz.header("content-encoding"), "gzip");
  EXPECT_EQ(gz.body.substr(0, 2), "\x1f\x8b");
  EXPECT_NE(br.header("etag"), gz.header("etag"));
  EXPECT_NE(br.header("etag"), plain.header("etag"));
  EXPECT_EQ(ask(request("GET", "/made.css", {"Accept-Encoding: br"})).body, "made by the build");
  EXPECT_EQ(ask(request("GET", "/assets/logo.svg", {"Accept-Encoding: br"})).header("vary"), "");
}

TEST_F(WebTest, BetterCompressionKeepsTheTag) {
  StaticFiles files(web().string());
  const auto before = files.find("/assets/index-B1x_9-aZ.js", "br");
  files.wait_for_compression();
  const auto after = files.find("/assets/index-B1x_9-aZ.js", "br");
  ASSERT_TRUE(before && after);
  EXPECT_EQ(before->form.etag, after->form.etag);
  EXPECT_LE(after->form.body->size(), before->form.body->size());
}

TEST_F(WebTest, FolderWithoutAPage) { EXPECT_THROW(StaticFiles(folder_ / "nothing"), Problem); }

TEST(ClientAddress, BelievesTrustedProxiesOnly) {
  EXPECT_EQ(client_address("10.0.0.9", "1.2.3.4", {}), "10.0.0.9");
  EXPECT_EQ(client_address("10.0.0.9", "6.6.6.6, 1.2.3.4", {"10.0.0.9"}), "1.2.3.4");
  EXPECT_EQ(client_address("10.0.0.9", "1.2.3.4, 10.0.0.8", {"10.0.0.9", "10.0.0.8"}), "1.2.3.4");
  EXPECT_EQ(client_address("10.0.0.9", "<script>", {"10.0.0.9"}), "10.0.0.9");
}

}  // namespace
}  // namespace yizheng::http::testing
