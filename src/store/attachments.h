// Files kept by the hash of their content, each checked before it is kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace yizheng::store {

struct Attachment {
  Id committee_id;
  Id id;
  std::string owner_kind;  // "proposal", "reply", "feedback", "" while not yet bound
  Id owner_id;
  std::string name;        // as the person named it, without any path
  std::string media_type;  // decided by the content, not by the sender
  std::int64_t size = 0;   // bytes
  std::string sha256;      // 64 hex digits, also its place on disk
  Id uploaded_by;          // account
  Instant uploaded_at;
  std::string warnings;  // JSON list of what was found inside: "hidden_sheets", "tracked_changes", "comments", "macros"
};
BOOST_DESCRIBE_STRUCT(Attachment, (),
                      (committee_id, id, owner_kind, owner_id, name, media_type, size, sha256, uploaded_by, uploaded_at,
                       warnings))

// Limits: 20 MiB a file; pdf, docx, xlsx, pptx, doc, xls, ofd, png, jpeg, txt, zip; a container may unpack to at most
// 200 MiB and 2,000 entries, and a ratio of 100 to 1; no entry may leave its folder.
struct FileCheck {
  std::string media_type;
  std::vector<std::string> warnings;
};
// Throws Problem 413 `file_too_large`, 415 `file_type_refused`, 422 `file_unsafe`.
FileCheck check_file(std::string_view name, std::string_view content);

// Where contents lie: one file a hash, written and fsynced before the record that names it commits.
class AttachmentFolder {
 public:
  explicit AttachmentFolder(std::string path);
  std::string put(std::string_view content);       // returns the hash
  std::string get(std::string_view sha256) const;  // throws Problem 404 / 500 `file_damaged` if its hash differs

 private:
  std::string path_;
};

}  // namespace yizheng::store
