#include "demo/bench_data.h"

#include <semaphore>

#include "demo/bench_cast.h"
#include "demo/bench_record.h"
#include "identity/passwords.h"
#include "proposals/page_keeper.h"
#include "store/search.h"
#include "text/utf8.h"

namespace yizheng::demo {
namespace {

constexpr std::size_t a_transaction = 250;
constexpr std::ptrdiff_t made_ahead = 3;  // transactions whose texts wait in memory
constexpr std::size_t samples = 5'000;
constexpr std::size_t drafts = 128;

// A piece of one to four characters, as a person would type it: no punctuation, no figures.
std::string piece_of(std::string_view text, Random& random) {
  const auto length = static_cast<std::size_t>(random.between(1, 4));
  std::vector<std::string_view> run;
  for (int tries = 0; tries < 200; ++tries) {
    run.clear();
    auto at = random.below(text.size() - 16);
    while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    while (run.size() < length && at < text.size()) {
      const auto start = at;
      const auto c = text::next_code_point(text, at);
      if (c < 0x4E00 || c > 0x9FFF) break;
      run.push_back(text.substr(start, at - start));
    }
    if (run.size() == length) break;
  }
  std::string piece;
  for (const auto part : run) piece += part;
  return piece;
}

// Hands transactions to the writer, a few ahead of it, and keeps its first fault.
class Feeder {
 public:
  explicit Feeder(store::Database& database) : database_(database) {}
  ~Feeder() { finish(); }
  void write(store::Database::Action action) {
    room_.acquire();
    database_.write(std::move(action), [this](std::exception_ptr error) {
      if (error) {
        const std::lock_guard lock(mutex_);
        if (!error_) error_ = error;
      }
      room_.release();
    });
    const std::lock_guard lock(mutex_);
    if (error_) std::rethrow_exception(error_);
  }
  void finish() {
    for (auto i = made_ahead; i > 0; --i) room_.acquire();
    room_.release(made_ahead);
  }
  std::exception_ptr error() {
    const std::lock_guard lock(mutex_);
    return error_;
  }

 private:
  store::Database& database_;
  std::counting_semaphore<> room_{made_ahead};
  std::mutex mutex_;
  std::exception_ptr error_;
};

void sample(BenchDistrict& district, const BenchTexts& texts, Id id, Random& random) {
  district.proposals.push_back(to_string(id));
  if (auto piece = piece_of(random.chance(15) ? texts.draft.title : texts.draft.body, random); !piece.empty()) {
    district.queries.push_back(std::move(piece));
  }
}

}  // namespace

BenchDistrict make_bench_district(store::Database& database, committee::Rules& rules, const BenchSize& size,
                                  const std::function<void(std::size_t)>& progress) {
  BenchDistrict district;
  district.committee = "bench";
  district.password = identity::random_password();
  district.clerk = "clerk";
  const auto cast = make_bench_cast(database, rules.pack(), size, district.password);
  for (std::size_t n = 1; n <= std::min<std::size_t>(size.members, 256); ++n)
    district.members.push_back(bench_login("member", n));
  for (std::size_t n = 1; n <= std::min<std::size_t>(size.units, 64); ++n)
    district.officers.push_back(bench_login("officer", n));
  district.state = "ARCHIVED";
  district.category = "SOCIETY";

  store::Indexer indexer(database);
  BenchRecorder recorder(cast, rules, size);
  Random random(size.seed + 2), sampler(size.seed + 3);
  const auto every = std::max<std::size_t>(1, size.proposals / samples);
  {
    Feeder feeder(database);
    for (std::size_t first = 0; first < size.proposals; first += a_transaction) {
      auto texts = std::make_shared<std::vector<BenchTexts>>();
      for (std::size_t n = first; n < std::min(first + a_transaction, size.proposals); ++n)
        texts->push_back(make_bench_texts(random));
      feeder.write([&, first, texts](store::Write& write) {
        for (std::size_t i = 0; i < texts->size(); ++i) {
          const auto id = recorder.record(write, first + i, (*texts)[i]);
          if ((first + i) % every == 0) sample(district, (*texts)[i], id, sampler);
        }
      });
      indexer.wake();
      if (progress) progress(first + texts->size());
    }
    feeder.finish();
    if (const auto error = feeder.error()) std::rethrow_exception(error);
  }
  database.write_and_wait([&](store::Write& write) { recorder.keep_counters(write); });
  for (std::size_t n = 0; n < drafts; ++n) {
    auto draft = make_bench_texts(random).draft;
    district.drafts.push_back(
        {std::move(draft.title), std::move(draft.body), std::move(draft.suggestions), std::move(draft.category)});
  }
  indexer.drain();
  proposals::make_all_pages(database);
  return district;
}

}  // namespace yizheng::demo
