#include "text/furniture_words.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "text/utf8.h"

namespace yizheng::text {
namespace {

using Words = std::vector<std::string_view>;

// Words divided by bars and line ends.
Words split(std::string_view list) {
  Words words;
  for (std::size_t at = 0; at < list.size();) {
    const auto end = std::min(list.find_first_of("|\n", at), list.size());
    if (end > at) words.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

constexpr std::string_view control_list = R"(
首页|网站首页|主页|返回首页|返回主页|回到首页|返回顶部|回到顶部|返回|顶部|TOP|top|电脑版|手机版|触屏版|移动版
PC版|WAP版|桌面版|客户端|新闻客户端|移动端|无障碍|无障碍浏览|无障碍阅读|无障碍辅助|无障碍辅助浏览|进入无障碍
长者模式|长者版|长者助手|关怀版|关怀模式|关爱版|适老版|适老模式|适老化|适老化模式|老年模式|大字版|退出长者模式
退出无障碍|简体|繁体|简体版|繁体版|简|繁|简体中文|繁體中文|繁體|繁体中文|中文版|English|ENGLISH|EN|英文版|登录
登陆|注册|退出|用户登录|用户注册|登录注册|个人中心|用户中心|搜索|检索|高级搜索|高级检索|站内搜索|全站搜索
请输入关键字|请输入关键词|请输入搜索内容|热搜词|设为首页|设成首页|加入收藏|收藏|收藏本站|收藏本页|添加收藏
加收藏|打印|打印本页|打印本文|打印文章|打印此页|打印页面|关闭|关闭窗口|关闭本页|关闭页面|关闭此页|关闭此窗口
关闭本窗口|分享|分享到|分享本页|分享文章|分享至|一键分享|微信|微博|新浪微博|腾讯微博|新浪|人人网|豆瓣|QQ空间
QQ好友|QQ|qq|朋友圈|微信朋友圈|微信好友|复制链接|微信扫码分享|微信扫一扫|扫一扫|微信公众号|官方微信|官方微博
政务微信|政务微博|政务新媒体|公众号|抖音|抖音号|视频号|头条号|今日头条|小程序|扫码关注|关注我们|关注微信|二维码
扫描二维码|领取福利|微信扫码领取福利|扫码领取福利|扫码领红包|立即领取|领取优惠券|点赞|赞|评论|转发|举报|我要评论
发表评论|网友评论|查看评论|我要纠错|纠错|网站纠错|错误报告|政府网站找错|找错|联系我们|联系方式|关于我们|关于本站
网站地图|站点地图|网站声明|法律声明|隐私声明|隐私保护|隐私政策|使用帮助|网站帮助|帮助|帮助中心|网站说明|版权声明
版权保护|服务条款|用户协议|意见反馈|在线客服|招贤纳士|人才招聘|广告服务|网站导航|站群导航|导航|友情链接|相关链接
上一页|下一页|首页上一页|尾页|末页|上一篇|下一篇|上一条|下一条|没有了|暂无|附件下载|点击下载|下载本文|下载文档
下载Word文档|下载word文档|全文下载|播放|播放视频|收听|朗读|语音播报|听新闻|听全文|暂停|重播|更多|查看更多
加载更多|点击加载更多|more|MORE|More|展开|收起|展开全文|阅读全文|阅读原文|查看原文|查看全文|点击查看|打开APP
打开客户端|APP下载|下载APP|下载客户端|字体|字号|字体大小|文字大小|超大|特大|大号|中号|小号|大字|中字|小字|放大
缩小|默认|标准|大|中|小|保护视力色|护眼模式|夜间模式|高对比度|admin|Admin|管理员|网站管理员|正文|正文内容
当前位置|您的位置|网站无障碍|智能问答|智能机器人|智能客服|站内信|RSS|RSS订阅|订阅|邮箱|省政府网站|返回列表
返回上一页|返回上级|下载|图片|保存|扫一扫分享|扫一扫分享本页|扫一扫在手机打开|扫一扫在手机打开当前页
扫一扫在手机打开当前页面|手机扫一扫|手机扫码阅读|用手机扫一扫|扫码阅读|微信扫码阅读|一键复制|打印此文|推荐|热门
最新|置顶|责任编辑|编辑|来源|作者|扫码下载|IPv6|本网站支持IPv6|党政机关|事业单位|党政机关网站|政府网站标识
网站安全检测|暂无评论|文明上网|登录后评论|用户名|密码|忘记密码|验证码)";

const Words article_labels = split(R"(
您现在的位置|当前页面|您现在所在的位置|您现在位置|您所在的位置|您所在位置|您当前的位置|您当前位置|您的位置|你的位置
你现在的位置|当前位置|当前所在位置|所在位置|现在位置|现在的位置|发布时间|发布日期|发表时间|发表日期|更新时间
更新日期|录入时间|添加时间|创建时间|采编时间|信息时间|上传时间|编辑时间|信息来源|文章来源|稿件来源|新闻来源
来源单位|稿源|浏览次数|浏览量|浏览数|浏览|点击次数|点击数|点击量|点击率|点击|阅读次数|阅读量|阅读数|访问次数
访问量|访问人数|人气|字号大小|字号|字体大小|字体|文字大小|分享到|分享至|保护视力色|视力保护色|背景颜色|背景色
页面功能|打印预览|索引号|信息索引号|信息分类|主题分类|信息名称|公开方式|公开形式|公开范围|公开时限|公开类别
生成日期|信息有效性|责任编辑|责编|网络编辑|网页编辑|编辑人员|信息员|录入人员|录入者|发布人|发布者|发布机构
发布单位|信息提供|供稿单位|文章作者|上传者|初审|复审|终审|一审|二审|三审|值班编委|值班主任|校对|编审|审核人
版面编辑|新媒体编辑|编辑|扫一扫|微信扫|手机扫|打开微信|长按识别|长按二维码|识别二维码|点击蓝字|点击关注)");

const Words site_labels = split(R"(
网站标识码|网站识别码|政府网站标识码|网站标识号|ICP备案|ICP证|备案号|备案序号|网站备案|版权所有|网站主办单位
网站主办|主办单位|主办方|主办|承办单位|承办|协办单位|协办|技术支持|技术保障|技术支撑|运维单位|运行维护|维护单位
维护|网站维护|网站管理|网站承办|内容维护|建设单位|制作维护|您是第|总访问量|今日访问|在线人数|累计访问|网站访问量
网站总访问量|建议使用|建议您使用|推荐使用|最佳浏览|最佳分辨率|浏览本网站|举报电话|违法和不良信息举报
不良信息举报|互联网新闻信息服务许可证|增值电信业务|信息网络传播视听节目许可证|广播电视节目制作|违法不良信息
Copyright|copyright|COPYRIGHT|©|Powered by|All Rights Reserved|网站热线|网站邮箱|网站联系电话|网站值班电话
投稿邮箱|投稿信箱)");

const Words weak_labels = split(R"(
来源|作者|时间|日期|记者|通讯员|审核|监制|地址|联系地址|邮编|邮政编码|电话|联系电话|传真|邮箱|电子邮箱|网址|标签
关键词|关键字|文号|发文字号|发文机关|成文日期|有效性|栏目|分类|类别|撰稿|供稿|摄影|图片|制图|摄像|剪辑|热线)");

const Words menu_words = split(R"(
首页|机构|公开|办事|服务|互动|交流|数据|专题|专栏|新闻|动态|要闻|走进|概况|解读|公告|公示|通知|党建|视频|图片
法规|领导|之窗|园地|论坛|留言|信箱|投诉|联系|帮助|地图|政务|政策|资讯|频道|热点|图库|文件|下载|网上|在线|直播
访谈|人事|招考|招聘|旅游|区县|县区|部门|乡镇|镇街|街道|关于|简介|头条|时政|社会|民生|文化|教育|财经|体育|娱乐
评论|融媒|电子报|报纸|电视|广播|专委会|委员|提案|社情民意|文史|理论|制度|会议|纪要|调研|信息|简报|风采|履职|机关)");

const Words site_marks = split(R"(
ICP备|ICP证|icp备|公网安备|网安备|网站标识码|网站识别码|版权所有|Copyright|All Rights Reserved
All rights reserved|预计阅读时长|个字,预计|个字，预计|加入收藏|设为首页|极速模式|IE8|IE9|IE10|IE浏览器
谷歌浏览器|360浏览器|分辨率浏览|以上分辨率|关闭窗口|打印本页|扫码下载|扫码关注|扫一扫|微信扫码|长按识别
长按二维码|扫描二维码|点击上方|点击下方|点击阅读原文|领取福利|领取优惠|记住我,来上|文库◆|字体大小|【字号|【字体
[字号|[字体|（字号|字号：|字号:|字体：|字体:|【打印|【关闭|[打印|[关闭|【大|打印】|关闭】|[大|分享到
您现在的位置|您的位置|当前位置|浏览次数|阅读次数|点击次数|访问量|浏览量|阅读量|点击量|发布时间|发布日期|次浏览
次阅读|官方网站首页|违法和不良信息)");

const Words link_heads = split(R"(
相关链接|相关新闻|最新播报|相关阅读|相关文章|相关信息|相关报道|相关推荐|相关内容|相关稿件|相关附件|相关资讯|推荐阅读
推荐文章|推荐新闻|热门推荐|热门文章|热门新闻|热点新闻|热点推荐|热门阅读|最新文章|最新新闻|最新资讯|最新推荐
最新发布|猜你喜欢|猜您喜欢|您可能感兴趣|你可能感兴趣|你可能还喜欢|大家都在看|大家还看了|延伸阅读|精彩推荐
精彩图片|阅读排行|点击排行|新闻排行|排行榜|友情链接|网站链接|快速链接|常用链接|上一篇|下一篇|上一条|下一条
编辑推荐|今日热点|24小时热文|本类推荐|随机阅读|其他文章|同类文章|往期回顾|往期精选|往期推荐)");

const Words disclaimers = split(R"(
免责声明|版权声明|声明：|声明:|特别声明|郑重声明|网站声明|本网站由|本站由|本网声明|凡本网|凡注明|凡本站|本网转载
本站转载|本文来源于网络|本文来自网络|本站所有|本站内容|未经授权|未经本网|未经许可|转载请注明|如需转载|如有侵权
如涉及版权|温馨提示：请|建议使用|建议您使用|为了更好的浏览|您访问的链接即将离开|以上内容为|以上内容由
感谢您的阅读|感谢您访问|本文档由|该文档|更多精彩|更多内容请|关注公众号|欢迎关注|欢迎访问|欢迎来到|欢迎光临
温馨提醒：您)");

const Words collection_notes = split(R"(
由会员分享|来源于网友上传|不代表本站观点|原创文章可咨询|需先登录|珍藏版|文库网上搜索|人人文库|装配图网|金锄头文库|道客巴巴|豆丁网|原创力文档|下载积分|请下载后查看
下载后可任意编辑|小编整理|小编为大家|小编给大家|小编精心|小编为您|小编收集|本站小编|文档加载中|试读结束)");

const std::unordered_set<std::string_view>& controls() {
  static const auto made = [] {
    const Words words = split(control_list);
    return std::unordered_set<std::string_view>(words.begin(), words.end());
  }();
  return made;
}

std::size_t longest(const Words& words, std::string_view line) {
  std::size_t size = 0;
  for (const auto word : words) {
    if (word.size() > size && line.starts_with(word)) size = word.size();
  }
  return size;
}

bool within(const Words& words, std::string_view line) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return line.find(word) != std::string_view::npos; });
}

}  // namespace

bool is_control(std::string_view phrase) {
  if (controls().contains(phrase)) return true;
  if (phrase.find(' ') == std::string_view::npos && phrase.find("　") == std::string_view::npos) return false;
  std::string joined;
  for (std::size_t at = 0; at < phrase.size();) {
    const char32_t c = next_code_point(phrase, at);
    if (c != ' ' && c != 0x3000 && c != 0xA0) append_utf8(joined, c);
  }
  return controls().contains(joined);
}

Label label_at(std::string_view line, std::size_t& size) {
  const std::size_t article = longest(article_labels, line), site = longest(site_labels, line),
                    weak = longest(weak_labels, line);
  size = std::max({article, site, weak});
  if (size == 0) return Label::NONE;
  if (size == article) return Label::ARTICLE;
  return size == site ? Label::SITE : Label::WEAK;
}

bool has_menu_word(std::string_view entry) { return within(menu_words, entry); }
bool has_site_mark(std::string_view line) { return within(site_marks, line); }
bool begins_collection_note(std::string_view line) { return within(collection_notes, line); }
bool heads_links(std::string_view line) { return longest(link_heads, line) > 0; }
bool begins_disclaimer(std::string_view line) { return longest(disclaimers, line) > 0; }

}  // namespace yizheng::text
