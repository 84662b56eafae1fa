// The style and the little script of the page that `yizheng read --html` writes.
#include "reports/reading_html.h"

namespace yizheng::reports {

std::string_view reading_page_style() {
  return R"css(
:root{--ink:#1d2129;--paper:#fff;--soft:#f4f6f8;--line:#d9dee5;--count:#d7eef7;--money:#fbe9c0;--share:#eadcf7;--change:#dcf2dc;--other:#e9ebee;--fails:#b42318;--holds:#0f6b3a;--implied:#8a5a00;--unstated:#1f4e9e}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--paper:#15181d;--soft:#1e232a;--line:#39414c;--count:#17404f;--money:#57430f;--share:#432a5c;--change:#1d4a27;--other:#333a44;--fails:#ff8a7d;--holds:#6fd39b;--implied:#f0c060;--unstated:#8fb8ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.9 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.3rem;line-height:1.4;overflow-wrap:anywhere}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid var(--line)}
html[lang=en] .zh,html[lang=zh] .en{display:none}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;background:var(--soft);padding:.6rem 1rem;border-radius:.4rem}
dt{font-weight:600}dd{margin:0}
article p{margin:.5em 0;overflow-wrap:anywhere}
.f{border-radius:.2rem;padding:0 .1em;color:inherit;cursor:pointer;border:0;font:inherit}
.count{background:var(--count)}.money,.money_per{background:var(--money)}.share,.rate{background:var(--share)}.change,.rank{background:var(--change)}
.date,.ordinal,.list,.fixed,.vague{background:var(--other)}
.f:target,.f.shown{outline:2px solid var(--fails)}
.r{font:inherit;border:0;background:none;color:var(--implied);cursor:pointer;padding:0 .15em;line-height:1}
.r.kept{color:var(--fails)}
.was{background:var(--soft);border-bottom:1px dashed var(--implied);white-space:pre-wrap;font-size:.85em}
.checks{list-style:none;padding:0}.checks li{border-left:.3rem solid var(--line);margin:.5rem 0;padding:.2rem .8rem;background:var(--soft)}
.checks .holds{border-color:var(--holds)}.checks .fails{border-color:var(--fails)}.checks .base_implied{border-color:var(--implied)}.checks .unstated{border-color:var(--unstated)}
.checks b{margin-right:.6em}.fails b{color:var(--fails)}.holds b{color:var(--holds)}.base_implied b{color:var(--implied)}.unstated b{color:var(--unstated)}
a{color:inherit}
#about{position:fixed;left:0;right:0;bottom:0;background:var(--soft);border-top:1px solid var(--line);padding:.6rem 1rem;margin:0;max-height:40vh;overflow:auto}
#about[hidden]{display:none}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);padding:1rem;font:inherit;font-size:.9em}
nav button,summary{font:inherit;cursor:pointer}
@media print{nav,#about,.r{display:none}}
)css";
}

std::string_view reading_page_script() {
  return R"js(
const about=document.getElementById('about');
function show(node){document.querySelectorAll('.shown').forEach(n=>n.classList.remove('shown'));node.classList.add('shown');about.textContent=node.title;about.hidden=false}
document.addEventListener('click',event=>{
  const repair=event.target.closest('.r');
  if(repair){const was=repair.nextElementSibling;was.hidden=!was.hidden;repair.setAttribute('aria-expanded',String(!was.hidden));show(repair);return}
  const figure=event.target.closest('.f');
  if(figure){show(figure);return}
  if(!event.target.closest('#about'))about.hidden=true
});
document.addEventListener('keydown',event=>{
  if(event.key==='Escape')about.hidden=true;
  if((event.key==='Enter'||event.key===' ')&&event.target.classList.contains('f')){event.preventDefault();show(event.target)}
});
document.getElementById('language').addEventListener('click',()=>{const root=document.documentElement;root.lang=root.lang==='zh'?'en':'zh'});
)js";
}

}  // namespace yizheng::reports
