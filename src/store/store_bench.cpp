// Micro benchmarks of the store: SOCI against the bare C API, and the search at 100,000 documents.
//   store_bench [DOCUMENTS] [FOLDER]
// Prints a line for each measure. `./yz bench` measures the whole server; this is for work on the store itself.
#include <sqlite3.h>
#include <sys/resource.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "store/ledger.h"
#include "store/migrations.h"
#include "store/search.h"
#include "text/fold.h"

namespace yizheng::store {
namespace {

using Clock = std::chrono::steady_clock;
double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double cpu_ms() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto ms = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) * 1000 + static_cast<double>(t.tv_usec) / 1000;
  };
  return ms(usage.ru_utime) + ms(usage.ru_stime);
}

std::string memory() {
  std::ifstream status("/proc/self/status");
  std::string line, found;
  while (std::getline(status, line)) {
    if (line.starts_with("VmRSS") || line.starts_with("VmHWM"))
      found += line.substr(0, 6) + line.substr(line.find_first_of("0123456789")) + " ";
  }
  return found;
}

// Invented words over a Zipf-like vocabulary: a few hundred occur in nearly every document.
class Texts {
 public:
  Texts() {
    for (int i = 0; i < 30'000; ++i) {
      std::string word;
      const auto length = 1 + random_() % 3;
      for (std::size_t c = 0; c <= length; ++c) word += character();
      words_.push_back(word);
    }
  }
  std::string text(std::size_t characters) {
    std::string made;
    for (std::size_t n = 0; n < characters;) {
      const auto rank =
          static_cast<std::size_t>(std::exp(uniform_(random_) * std::log(static_cast<double>(words_.size())))) - 1;
      made += words_[std::min(rank, words_.size() - 1)];
      n += words_[std::min(rank, words_.size() - 1)].size() / 3;
      if (random_() % 8 == 0) made += random_() % 3 == 0 ? "。" : ",";
    }
    return made;
  }

 private:
  std::string character() {
    // Frequent characters are frequent in words too.
    const auto rank = std::exp(uniform_(random_) * std::log(3'500.0));
    const auto c = 0x4E00 + static_cast<int>(rank) * 5;
    return {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F))};
  }
  std::mt19937_64 random_{42};
  std::uniform_real_distribution<double> uniform_{0, 1};
  std::vector<std::string> words_;
};

// One row by key, many times: the same query by the C API and through the store.
void compare_with_c(const std::string& folder, Texts& texts) {
  const auto path = folder + "/soci.db";
  constexpr int ROWS = 2'000, ROUNDS = 100'000;
  {
    const auto database = Database::open("sqlite:" + path);
    migrate(*database, {{1, "rows",
                         "CREATE TABLE r (committee_id {bigint} NOT NULL, id {bigint} NOT NULL, state {text} NOT NULL, "
                         "body {text} NOT NULL, PRIMARY KEY (committee_id, id));\n",
                         "", ""}});
    database->write_and_wait([&](Write& w) {
      for (int i = 0; i < ROWS; ++i)
        w.db.execute("INSERT INTO r VALUES (?, ?, ?, ?)", 1, i, "SUBMITTED", texts.text(1'700));
    });
    auto start = Clock::now();
    std::size_t bytes = 0;
    database->read([&](Connection& db) {
      for (int i = 0; i < ROUNDS; ++i) {
        const auto row = db.select_one<std::tuple<std::int64_t, std::string, std::string>>(
            "SELECT id, state, body FROM r WHERE committee_id = ? AND id = ?", 1, i * 7 % ROWS);
        bytes += std::get<2>(*row).size();
      }
    });
    std::printf("select through the store   %6.2f us a row (%zu bytes)\n", ms_since(start) * 1000 / ROUNDS, bytes);
    start = Clock::now();
    for (int i = 0; i < ROUNDS; ++i) database->read([](Connection&) {});
    std::printf("empty read transaction     %6.2f us\n", ms_since(start) * 1000 / ROUNDS);
    start = Clock::now();
    std::atomic<int> done = 0;
    constexpr int WRITES = 20'000;
    const auto text = texts.text(1'700);
    for (int i = 0; i < WRITES; ++i) {
      while (i - done > 64) std::this_thread::yield();
      database->write([&, i](Write& w) { w.db.execute("INSERT INTO r VALUES (?, ?, ?, ?)", 2, i, "SUBMITTED", text); },
                      [&](std::exception_ptr) { ++done; });
    }
    while (done < WRITES) std::this_thread::yield();
    std::printf("writes through the store   %6.0f rows/s (%llu commits)\n", WRITES / ms_since(start) * 1000,
                static_cast<unsigned long long>(database->writer_figures().commits));
  }
  sqlite3* raw = nullptr;
  sqlite3_stmt* statement = nullptr;
  sqlite3_open(path.c_str(), &raw);
  sqlite3_exec(raw, "BEGIN", nullptr, nullptr, nullptr);
  sqlite3_prepare_v2(raw, "SELECT id, state, body FROM r WHERE committee_id = ? AND id = ?", -1, &statement, nullptr);
  const auto start = Clock::now();
  std::size_t bytes = 0;
  for (int i = 0; i < ROUNDS; ++i) {
    sqlite3_bind_int64(statement, 1, 1);
    sqlite3_bind_int64(statement, 2, i * 7 % ROWS);
    sqlite3_step(statement);
    const std::string state(reinterpret_cast<const char*>(sqlite3_column_text(statement, 1)));
    const std::string body(reinterpret_cast<const char*>(sqlite3_column_text(statement, 2)),
                           static_cast<std::size_t>(sqlite3_column_bytes(statement, 2)));
    bytes += body.size();
    sqlite3_reset(statement);
  }
  std::printf("select by the C API        %6.2f us a row (%zu bytes)\n", ms_since(start) * 1000 / ROUNDS, bytes);
  sqlite3_finalize(statement);
  sqlite3_close(raw);
}

void fill(Database& database, Indexer& indexer, Texts& texts, int documents, std::vector<std::string>& samples) {
  const auto start = Clock::now();
  const auto cpu = cpu_ms();
  double making = 0;
  std::atomic<int> done = 0;
  for (int i = 0; i < documents; ++i) {
    const auto made = Clock::now();
    auto document = std::make_shared<SearchDocument>();
    *document = {Id{1},
                 "proposal",
                 new_id(),
                 i,
                 texts.text(18),
                 texts.text(1'700),
                 {"person:" + std::to_string(i % 5'000), "unit:" + std::to_string(i % 500)}};
    if (i % 3 != 0) document->labels.push_back("released");
    if (i % (documents / 500) == 0) samples.push_back(text::fold(i % 4 == 0 ? document->title : document->body));
    making += ms_since(made);
    while (i - done > 64) std::this_thread::yield();
    database.write([document](Write& w) { put_document(w, *document); }, [&](std::exception_ptr) { ++done; });
    if (i % 64 == 0) indexer.wake();
  }
  while (done < documents) std::this_thread::yield();
  std::printf("%d documents put            %6.0f ms (making them %.0f), %.3f ms CPU each\n", documents, ms_since(start),
              making, (cpu_ms() - cpu - making) / documents);
  const auto drained = Clock::now();
  indexer.drain();
  std::printf("the queue emptied after    %6.0f ms\n", ms_since(drained));
}

void seek(Database& database, const std::vector<std::string>& queries, const std::vector<std::string>& labels,
          int threads, const char* what) {
  std::mutex mutex;
  std::vector<double> times;
  std::atomic<std::size_t> next = 0;
  std::atomic<std::int64_t> total = 0;
  const auto cpu = cpu_ms();
  std::vector<std::thread> pool;
  for (int t = 0; t < threads; ++t) {
    pool.emplace_back([&] {
      std::vector<double> mine;
      for (std::size_t i = next++; i < queries.size(); i = next++) {
        const auto start = Clock::now();
        total += database.read([&](Connection& db) {
          return search(db, {Id{1}, "proposal", queries[i], labels}).total;
        });
        mine.push_back(ms_since(start));
      }
      const std::lock_guard lock(mutex);
      times.insert(times.end(), mine.begin(), mine.end());
    });
  }
  for (auto& thread : pool) thread.join();
  std::sort(times.begin(), times.end());
  std::printf("%-28s %zu searches, %d threads: CPU %.2f ms each; p50 %.2f p95 %.2f p99 %.2f max %.2f ms; hits %lld\n",
              what, times.size(), threads, (cpu_ms() - cpu) / static_cast<double>(times.size()),
              times[times.size() / 2], times[times.size() * 95 / 100], times[times.size() * 99 / 100], times.back(),
              static_cast<long long>(total / static_cast<std::int64_t>(times.size())));
}

int run(int documents, const std::string& folder) {
  std::filesystem::create_directories(folder);
  text::prepare_folding();
  Texts texts;
  compare_with_c(folder, texts);
  const bool fresh = !std::filesystem::exists(folder + "/search.db");
  const auto database = Database::open("sqlite:" + folder + "/search.db");
  migrate(*database, store_migrations());
  Indexer indexer(*database);
  std::vector<std::string> samples;
  if (fresh) fill(*database, indexer, texts, documents, samples);
  for (int quiet = 0; quiet < 3;) {
    const auto before = cpu_ms();
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    quiet = cpu_ms() - before < 60 ? quiet + 1 : 0;
  }
  while (samples.size() < 500) samples.push_back(texts.text(200));
  database->read([](Connection& db) {
    for (const auto& [documents_in, count] :
         db.select<std::tuple<std::int64_t, std::int64_t>>("SELECT documents, COUNT(*) FROM search_segments WHERE "
                                                           "state = 1 GROUP BY documents ORDER BY documents DESC")) {
      std::printf("segments of %lld: %lld\n", static_cast<long long>(documents_in), static_cast<long long>(count));
    }
  });
  std::mt19937 random(5);
  for (const int length : {1, 2, 3, 4}) {
    std::vector<std::string> queries;
    for (int i = 0; i < 400; ++i) {
      const auto& sample = samples[random() % samples.size()];
      const auto start = random() % (sample.size() / 3 - 4);
      queries.push_back(sample.substr(start * 3, static_cast<std::size_t>(length) * 3));
    }
    const auto name = std::to_string(length) + " characters";
    seek(*database, queries, {}, 1, name.c_str());
    seek(*database, queries, {}, 8, name.c_str());
    seek(*database, queries, {"released", "person:17"}, 8, (name + ", labels").c_str());
  }
  std::printf("memory %s file %.0f MB\n", memory().c_str(),
              static_cast<double>(std::filesystem::file_size(folder + "/search.db")) / 1e6);
  return 0;
}

}  // namespace
}  // namespace yizheng::store

int main(int argc, char** argv) {
  return yizheng::store::run(argc > 1 ? std::atoi(argv[1]) : 100'000, argc > 2 ? argv[2] : "/tmp/yizheng-store-bench");
}
