<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>Activation functions, their derivatives, and where learning stops. Every curve is drawn from bounds that are proved, so that no pole is joined and no kink is missed.</source>
        <translation>激活函数、它们的导数，以及学习在何处停止。每条曲线都由经过证明的界画出，因此不会连过极点，也不会漏掉折点。</translation>
    </message>
    <message>
        <source>Secant is free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Secant 是自由软件，采用 GNU 通用公共许可证第 3 版或更新版本，不提供任何担保。</translation>
    </message>
    <message>
        <source>It is made with:</source>
        <translation>它使用了：</translation>
    </message>
    <message>
        <source>The colours of the curves follow Okabe and Ito, “Color Universal Design” (2008).</source>
        <translation>曲线颜色取自 Okabe 与 Ito 的“Color Universal Design”（2008）。</translation>
    </message>
    <message>
        <source>About Secant</source>
        <translation>关于 Secant</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Move the view; over an axis, that axis alone</source>
        <translation>移动视图；在坐标轴上则只移动该轴</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Zoom at the pointer; over an axis, that axis alone</source>
        <translation>以指针为中心缩放；在坐标轴上则只缩放该轴</translation>
    </message>
    <message>
        <source>Shift + drag</source>
        <translation>Shift + 拖动</translation>
    </message>
    <message>
        <source>Zoom to a box</source>
        <translation>放大所框选的区域</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Home: the first view, fitted</source>
        <translation>回到初始视图并适应高度</translation>
    </message>
    <message>
        <source>Click a curve</source>
        <translation>单击曲线</translation>
    </message>
    <message>
        <source>Make it the active one, whose regions are shaded</source>
        <translation>设为当前曲线，并为它的区域着色</translation>
    </message>
    <message>
        <source>Drag a handle</source>
        <translation>拖动手柄</translation>
    </message>
    <message>
        <source>Shift on a slider</source>
        <translation>在滑块上按 Shift</translation>
    </message>
    <message>
        <source>Ten times finer; double click: standard value</source>
        <translation>精细十倍；双击恢复标准值</translation>
    </message>
    <message>
        <source>Search activations</source>
        <translation>搜索激活函数</translation>
    </message>
    <message>
        <source>Type a function</source>
        <translation>输入函数</translation>
    </message>
    <message>
        <source>Undo / redo</source>
        <translation>撤销 / 重做</translation>
    </message>
    <message>
        <source>Home, fit y, 1:1</source>
        <translation>初始视图、适应高度、1:1</translation>
    </message>
    <message>
        <source>Chord on or off</source>
        <translation>显示或隐藏弦</translation>
    </message>
    <message>
        <source>Export, copy the figure</source>
        <translation>导出、复制图形</translation>
    </message>
    <message>
        <source>Mouse and keyboard</source>
        <translation>鼠标与键盘</translation>
    </message>
    <message>
        <source>Open, save, save as another file</source>
        <translation>打开、保存、另存为</translation>
    </message>
    <message>
        <source>Move an end of the chord or the point on it, or an end of the interval of judgement</source>
        <translation>移动弦的端点、弦上的点，或判断区间的端点</translation>
    </message>
</context>
<context>
    <name>AnimationExport</name>
    <message>
        <source>The animation cannot be made: %1.</source>
        <translation>无法生成动画：%1。</translation>
    </message>
</context>
<context>
    <name>ExportFile</name>
    <message>
        <source>There is no file name. Give the name of the file to write.</source>
        <translation>没有文件名。请给出要写入的文件名。</translation>
    </message>
    <message>
        <source>“%1” is a link that leads in a circle. Choose another file.</source>
        <translation>“%1”是循环的链接。请选择其他文件。</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a file name in it.</source>
        <translation>“%1”是文件夹。请在其中选择一个文件名。</translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file. Choose another name.</source>
        <translation>“%1”不是普通文件。请选择其他名称。</translation>
    </message>
    <message>
        <source>The folder of “%1” does not exist. Create it or choose another one.</source>
        <translation>“%1”所在的文件夹不存在。请先创建它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2. Choose another place or free some space.</source>
        <translation>无法写入“%1”：%2。请选择其他位置，或腾出一些空间。</translation>
    </message>
</context>
<context>
    <name>ExportPresets</name>
    <message>
        <source>As in the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>Slide 16:9</source>
        <translation>幻灯片 16:9</translation>
    </message>
    <message>
        <source>Two columns of a paper, 178 mm</source>
        <translation>论文双栏，178 毫米</translation>
    </message>
    <message>
        <source>One column of a paper, 85 mm</source>
        <translation>论文单栏，85 毫米</translation>
    </message>
    <message>
        <source>A4 landscape</source>
        <translation>A4 横向</translation>
    </message>
</context>
<context>
    <name>FigureExport</name>
    <message>
        <source>There is not enough memory for a picture of %1 × %2 pixels. Make it smaller.</source>
        <translation>内存不足以生成 %1 × %2 像素的图片。请缩小尺寸。</translation>
    </message>
    <message>
        <source>A size of %1 × %2 cannot be made. Each side may be from 1 to %3.</source>
        <translation>无法生成 %1 × %2 的大小。每边应在 1 到 %3 之间。</translation>
    </message>
    <message>
        <source>A text scale of %1 cannot be used. It may be from %2 to %3.</source>
        <translation>文字比例 %1 不可用，应在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>%1 dots per inch cannot be made. It may be from %2 to %3.</source>
        <translation>无法生成每英寸 %1 点，应在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>A picture of %1 × %2 pixels is too large. Each side may have %3 pixels, and all together %4 million. Choose a smaller size or fewer dots per inch.</source>
        <translation>%1 × %2 像素的图片太大。每边最多 %3 像素，总数最多 %4 百万像素。请选择较小的尺寸或较低的分辨率。</translation>
    </message>
    <message>
        <source>TeX knows no length of %1 pixels. Each side may have %2.</source>
        <translation>TeX 无法表示 %1 像素的长度。每边最多 %2 像素。</translation>
    </message>
    <message>
        <source>A picture of an animation cannot last %1 ms. It may last from %2 to %3.</source>
        <translation>动画的一帧不能持续 %1 毫秒。允许的范围是 %2 到 %3。</translation>
    </message>
    <message>
        <source>WebP knows no side of %1 pixels. Each side may have %2.</source>
        <translation>WebP 的边长不能是 %1 像素。每边最多 %2 像素。</translation>
    </message>
    <message>
        <source>Lines cannot be %1 times as wide. It may be from %2 to %3.</source>
        <translation>线宽不能是 %1 倍。允许的范围是 %2 到 %3。</translation>
    </message>
</context>
<context>
    <name>FormulaWords</name>
    <message>
        <source>arc cosine</source>
        <translation>反余弦</translation>
    </message>
    <message>
        <source>inverse hyperbolic cosine</source>
        <translation>反双曲余弦</translation>
    </message>
    <message>
        <source>arc sine</source>
        <translation>反正弦</translation>
    </message>
    <message>
        <source>inverse hyperbolic sine</source>
        <translation>反双曲正弦</translation>
    </message>
    <message>
        <source>arc tangent</source>
        <translation>反正切</translation>
    </message>
    <message>
        <source>inverse hyperbolic tangent</source>
        <translation>反双曲正切</translation>
    </message>
    <message>
        <source>real cube root</source>
        <translation>实立方根</translation>
    </message>
    <message>
        <source>round up to an integer</source>
        <translation>向上取整</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>hyperbolic cosine</source>
        <translation>双曲余弦</translation>
    </message>
    <message>
        <source>1 − erf(x), accurate far out</source>
        <translation>1 − erf(x)，在远处仍准确</translation>
    </message>
    <message>
        <source>e to the power of x</source>
        <translation>e 的 x 次幂</translation>
    </message>
    <message>
        <source>2 to the power of x</source>
        <translation>2 的 x 次幂</translation>
    </message>
    <message>
        <source>exp(x) − 1, accurate near 0</source>
        <translation>exp(x) − 1，在 0 附近仍准确</translation>
    </message>
    <message>
        <source>round down to an integer</source>
        <translation>向下取整</translation>
    </message>
    <message>
        <source>gamma function, (x − 1)! for integers</source>
        <translation>伽马函数，整数处为 (x − 1)!</translation>
    </message>
    <message>
        <source>√(a² + b²)</source>
        <translation>√(a² + b²)</translation>
    </message>
    <message>
        <source>decimal logarithm</source>
        <translation>常用对数（底为 10）</translation>
    </message>
    <message>
        <source>natural logarithm</source>
        <translation>自然对数</translation>
    </message>
    <message>
        <source>ln(1 + x), accurate near 0</source>
        <translation>ln(1 + x)，在 0 附近仍准确</translation>
    </message>
    <message>
        <source>binary logarithm</source>
        <translation>以 2 为底的对数</translation>
    </message>
    <message>
        <source>largest of its arguments</source>
        <translation>各参数中的最大值</translation>
    </message>
    <message>
        <source>smallest of its arguments</source>
        <translation>各参数中的最小值</translation>
    </message>
    <message>
        <source>remainder, with the sign of the divisor</source>
        <translation>余数，符号与除数相同</translation>
    </message>
    <message>
        <source>a to the power of b</source>
        <translation>a 的 b 次幂</translation>
    </message>
    <message>
        <source>nearest integer</source>
        <translation>四舍五入到整数</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>hyperbolic sine</source>
        <translation>双曲正弦</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>1 for x ≥ 0, else 0</source>
        <translation>x ≥ 0 时为 1，否则为 0</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>正切</translation>
    </message>
    <message>
        <source>arc cotangent, between 0 and π</source>
        <translation>反余切，值在 0 与 π 之间</translation>
    </message>
    <message>
        <source>inverse hyperbolic cotangent</source>
        <translation>反双曲余切</translation>
    </message>
    <message>
        <source>arc cosecant</source>
        <translation>反余割</translation>
    </message>
    <message>
        <source>inverse hyperbolic cosecant</source>
        <translation>反双曲余割</translation>
    </message>
    <message>
        <source>arc secant</source>
        <translation>反正割</translation>
    </message>
    <message>
        <source>inverse hyperbolic secant</source>
        <translation>反双曲正割</translation>
    </message>
    <message>
        <source>cotangent, cos(x)/sin(x)</source>
        <translation>余切，cos(x)/sin(x)</translation>
    </message>
    <message>
        <source>hyperbolic cotangent</source>
        <translation>双曲余切</translation>
    </message>
    <message>
        <source>cosecant, 1/sin(x)</source>
        <translation>余割，1/sin(x)</translation>
    </message>
    <message>
        <source>hyperbolic cosecant</source>
        <translation>双曲余割</translation>
    </message>
    <message>
        <source>if(a &lt; b, then, else); also 0 &lt; x &lt; 1, and, or</source>
        <translation>if(a &lt; b, 成立时, 否则)；也可写 0 &lt; x &lt; 1、and、or</translation>
    </message>
    <message>
        <source>piecewise(a &lt; b, then, …, else)</source>
        <translation>piecewise(a &lt; b, 成立时, …, 否则)</translation>
    </message>
    <message>
        <source>secant, 1/cos(x)</source>
        <translation>正割，1/cos(x)</translation>
    </message>
    <message>
        <source>hyperbolic secant</source>
        <translation>双曲正割</translation>
    </message>
</context>
<context>
    <name>SessionFile</name>
    <message>
        <source>“%1” was written by a newer version of Secant and is not overwritten. Choose another name.</source>
        <translation>“%1”由更新版本的 Secant 写成，不会被覆盖。请换一个文件名。</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>以及更多</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>%1 was damaged and is kept as %1.damaged. Secant starts with its standard settings.</source>
        <translation>%1 已损坏，保留为 %1.damaged。Secant 以标准设置启动。</translation>
    </message>
</context>
<context>
    <name>secant::ActivationDelegate</name>
    <message>
        <source>Add %1 to the plot</source>
        <translation>把 %1 加到图上</translation>
    </message>
</context>
<context>
    <name>secant::ActivationModel</name>
    <message>
        <source>In %1</source>
        <translation>提供者：%1</translation>
    </message>
</context>
<context>
    <name>secant::AppearanceMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
</context>
<context>
    <name>secant::CataloguePanel</name>
    <message>
        <source>Search activations</source>
        <translation>搜索激活函数</translation>
    </message>
    <message>
        <source>Type a name such as “swish” or “logistic”; Enter adds the activation found.</source>
        <translation>输入名称，例如“swish”或“逻辑函数”；按回车加入找到的激活函数。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. You can type it as a function instead.</source>
        <translation>没有找到“%1”。您可以把它作为函数输入。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show every activation again</source>
        <translation>重新显示所有激活函数</translation>
    </message>
    <message>
        <source>No activation has all of this: %1.</source>
        <translation>没有激活函数同时具备：%1。</translation>
    </message>
    <message>
        <source>Nothing named “%1” has all of this: %2.</source>
        <translation>名称含“%1”的激活函数中，没有一个同时具备：%2。</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 / %2：%3</translation>
    </message>
</context>
<context>
    <name>secant::ChordsPanel</name>
    <message>
        <source>Chords</source>
        <translation>弦</translation>
    </message>
    <message>
        <source>Every chord with its gap: the height of the chord above the curve.</source>
        <translation>每条弦及其间距：弦高出曲线的高度。</translation>
    </message>
    <message>
        <source>Add a chord</source>
        <translation>添加弦</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the chosen chord.</source>
        <translation>移除所选的弦。</translation>
    </message>
    <message>
        <source>Chord end %1</source>
        <translation>弦端点 %1</translation>
    </message>
    <message>
        <source>Where the chord meets the curve; also a handle on the plot.</source>
        <translation>弦与曲线的交点；也是图上的手柄。</translation>
    </message>
    <message>
        <source>Midpoint</source>
        <translation>中点</translation>
    </message>
    <message>
        <source>Set λ to ½.</source>
        <translation>将 λ 设为 ½。</translation>
    </message>
    <message>
        <source>Weight λ</source>
        <translation>权重 λ</translation>
    </message>
    <message>
        <source>The point λ·(x₁, f(x₁)) + (1 − λ)·(x₂, f(x₂)) on the chord.</source>
        <translation>弦上的点 λ·(x₁, f(x₁)) + (1 − λ)·(x₂, f(x₂))。</translation>
    </message>
    <message>
        <source>Shade between chord and curve</source>
        <translation>填充弦与曲线之间</translation>
    </message>
    <message>
        <source>Fill the area between each chord and its curve.</source>
        <translation>填充每条弦与曲线之间的区域。</translation>
    </message>
    <message>
        <source>Throw %1 chords</source>
        <translation>随机投 %1 条弦</translation>
    </message>
    <message>
        <source>Random chords on the interval of judgement, each at a random λ; press again for others.</source>
        <translation>在判断区间上随机取弦，λ 也随机；再按一次换一批。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take the random chords away.</source>
        <translation>去掉随机弦。</translation>
    </message>
    <message>
        <source>Try to break it</source>
        <translation>试着找反例</translation>
    </message>
    <message>
        <source>Drag a chord until it lies on the wrong side of the curve; you are told when it does.</source>
        <translation>拖动弦，直到它落在曲线错误的一侧；成功时会告诉您。</translation>
    </message>
    <message>
        <source>The plane ends at ±1e300; choose a smaller number.</source>
        <translation>平面止于 ±1e300；请取较小的数。</translation>
    </message>
    <message>
        <source>Join two points of the active curve: f is %1 where no chord lies below it.</source>
        <translation>连接当前曲线上的两点：若任何弦都不低于曲线，则 f 为 %1。</translation>
    </message>
</context>
<context>
    <name>secant::CompositionTree</name>
    <message>
        <source>nowhere decreasing</source>
        <translation>不减</translation>
    </message>
    <message>
        <source>nowhere increasing</source>
        <translation>不增</translation>
    </message>
    <message>
        <source>not monotone</source>
        <translation>不单调</translation>
    </message>
    <message>
        <source>Rules of composition</source>
        <translation>复合规则</translation>
    </message>
    <message>
        <source>Show the formula as a tree, with the shape of each part and the rule that gives it.</source>
        <translation>把公式显示为一棵树，并给出各部分的凹凸性及所用规则。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>凹凸性</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>无规则可用</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The rules of composition alone say: %1.</source>
        <translation>仅凭复合规则即得：%1。</translation>
    </message>
    <message>
        <source>The rules of composition give up at %1, although the function is proved %2: they are sufficient, not necessary.</source>
        <translation>复合规则止步于 %1，但函数已证明为 %2：这些规则是充分的，而非必要的。</translation>
    </message>
    <message>
        <source>The rules of composition give up at %1, and no rule could help.</source>
        <translation>复合规则止步于 %1，而且没有规则能奏效。</translation>
    </message>
    <message>
        <source>The rules of composition give up at %1 too.</source>
        <translation>复合规则也止步于 %1。</translation>
    </message>
    <message>
        <source>x is affine: a straight line.</source>
        <translation>x 是仿射的：一条直线。</translation>
    </message>
    <message>
        <source>Does not depend on x: a constant.</source>
        <translation>与 x 无关：常数。</translation>
    </message>
    <message>
        <source>A minus turns the shape over: %1.</source>
        <translation>负号使凹凸性反转：%1。</translation>
    </message>
    <message>
        <source>Minus turns a shape over, and parts of one shape add up to that shape: %1.</source>
        <translation>减号使凹凸性反转，同类部分之和仍属同类：%1。</translation>
    </message>
    <message>
        <source>Parts of one shape add up to that shape: %1.</source>
        <translation>同类部分之和仍属同类：%1。</translation>
    </message>
    <message>
        <source>A constant factor keeps the shape, a negative one turns it over: %1.</source>
        <translation>常数因子保持凹凸性，负的常数因子使其反转：%1。</translation>
    </message>
    <message>
        <source>The greater of two parts that are %1 is %1.</source>
        <translation>两个 %1 部分中的较大者为 %1。</translation>
    </message>
    <message>
        <source>The lesser of two parts that are %1 is %1.</source>
        <translation>两个 %1 部分中的较小者为 %1。</translation>
    </message>
    <message>
        <source>Of a part below no shape is known, so the rules say nothing here.</source>
        <translation>下面某一部分的凹凸性未知，因此规则在此无从判断。</translation>
    </message>
    <message>
        <source>%1 is %2 for u in %3, and u = %4 is affine: so this is %2.</source>
        <translation>当 u 属于 %3 时 %1 为 %2，而 u = %4 是仿射的，故整体为 %2。</translation>
    </message>
    <message>
        <source>%1 is %2 and %3 for u in %4, and u = %5 is %6: so this is %7.</source>
        <translation>当 u 属于 %4 时 %1 为 %2 且%3，而 u = %5 为 %6，故整体为 %7。</translation>
    </message>
    <message>
        <source>%1 has no single shape for u in %2, the values of u = %3.</source>
        <translation>当 u 属于 %2（u = %3 的取值范围）时，%1 没有单一的凹凸性。</translation>
    </message>
    <message>
        <source>%1 is %2 and %3 for u in %4, but u = %5 is %6: no rule allows that.</source>
        <translation>当 u 属于 %4 时 %1 为 %2 且%3，但 u = %5 为 %6：没有规则适用。</translation>
    </message>
    <message>
        <source>No rule for a product of two parts that depend on x.</source>
        <translation>两个都含 x 的部分之积：没有规则。</translation>
    </message>
    <message>
        <source>No rule for a quotient of two parts that depend on x.</source>
        <translation>两个都含 x 的部分之商：没有规则。</translation>
    </message>
    <message>
        <source>No rule for a power with x in base and exponent.</source>
        <translation>底数和指数都含 x 的幂：没有规则。</translation>
    </message>
    <message>
        <source>No rule for parts that bend against each other: %1 is %2, %3 is %4.</source>
        <translation>弯曲方向相反的部分：没有规则。%1 为 %2，%3 为 %4。</translation>
    </message>
    <message>
        <source>The greater of two parts is known only where both are %1.</source>
        <translation>仅当两部分都为 %1 时，较大者才有规则。</translation>
    </message>
    <message>
        <source>The lesser of two parts is known only where both are %1.</source>
        <translation>仅当两部分都为 %1 时，较小者才有规则。</translation>
    </message>
    <message>
        <source>No rule for a function that is given by cases.</source>
        <translation>分段给出的函数：没有规则。</translation>
    </message>
    <message>
        <source>No rule for this operation.</source>
        <translation>这种运算没有规则。</translation>
    </message>
</context>
<context>
    <name>secant::ConstructionsPanel</name>
    <message>
        <source>Tangent and epigraph</source>
        <translation>切线与上图</translation>
    </message>
    <message>
        <source>Tangent at x =</source>
        <translation>切线，x =</translation>
    </message>
    <message>
        <source>A tangent that stays where you drag it; at a kink every supporting line, and their slopes on the pane of f′.</source>
        <translation>停留在所拖位置的切线；在折点处画出所有支撑线，并在 f′ 图上画出它们的斜率。</translation>
    </message>
    <message>
        <source>Where the tangent touches</source>
        <translation>切点位置</translation>
    </message>
    <message>
        <source>Where the tangent touches the curve; also a handle on the plot.</source>
        <translation>切线与曲线相切之处；也是图上的手柄。</translation>
    </message>
    <message>
        <source>Epigraph with a segment</source>
        <translation>上图与线段</translation>
    </message>
    <message>
        <source>Jensen’s inequality</source>
        <translation>琴生不等式</translation>
    </message>
    <message>
        <source>Weighted points</source>
        <translation>加权点</translation>
    </message>
    <message>
        <source>Points of the curve to be dragged: the mean of the values against the value at the mean.</source>
        <translation>曲线上可拖动的点：函数值的平均与平均处的函数值之比较。</translation>
    </message>
    <message>
        <source>Weight of point %1</source>
        <translation>点 %1 的权重</translation>
    </message>
    <message>
        <source>Only the ratios of the weights matter.</source>
        <translation>只有权重的比值起作用。</translation>
    </message>
    <message>
        <source>Shade the points on and above the curve. f is %1 where every segment between two of them stays inside; drag its ends.</source>
        <translation>给曲线上及其上方的点着色。若其中任意两点间的线段都在区域内，则 f 为 %1；可拖动端点。</translation>
    </message>
</context>
<context>
    <name>secant::ConvexityPanel</name>
    <message>
        <source>Interval of judgement</source>
        <translation>判断区间</translation>
    </message>
    <message>
        <source>Show it on the x axis</source>
        <translation>在 x 轴上显示</translation>
    </message>
    <message>
        <source>Draw the interval with its verdict along the x axis, where its ends can be dragged.</source>
        <translation>沿 x 轴画出区间与结论，并可拖动它的端点。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What the shapes are called</source>
        <translation>两种形状的叫法</translation>
    </message>
    <message>
        <source>International: ∪ convex, ∩ concave</source>
        <translation>国际通用：∪ 凸，∩ 凹</translation>
    </message>
    <message>
        <source>Older Chinese textbooks: ∪ concave, ∩ convex</source>
        <translation>旧版中文教材：∪ 凹，∩ 凸</translation>
    </message>
    <message>
        <source>∪ convex down, ∩ convex up</source>
        <translation>∪ 下凸，∩ 上凸</translation>
    </message>
    <message>
        <source>Three customs are in use for the same two shapes. This changes the words everywhere: cards, plot and exports.</source>
        <translation>同样的两种形状有三种叫法。此处会同时改变卡片、图和导出文件中的用词。</translation>
    </message>
</context>
<context>
    <name>secant::CurveCard</name>
    <message>
        <source>Click to make this the active curve, whose regions and tangent are drawn; Delete removes it.</source>
        <translation>单击设为当前曲线，画出它的区域和切线；按 Delete 移除。</translation>
    </message>
    <message>
        <source>Remove this curve; undo brings it back.</source>
        <translation>移除这条曲线；撤销可以恢复。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training: slopes drawn at random.</source>
        <translation>训练：斜率随机抽取。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test: the mean slope alone.</source>
        <translation>测试：只用平均斜率。</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Draw new random slopes from the same range.</source>
        <translation>在同一范围内重新随机抽取斜率。</translation>
    </message>
    <message>
        <source>Curve %1, active</source>
        <translation>曲线 %1，当前</translation>
    </message>
    <message>
        <source>Curve %1</source>
        <translation>曲线 %1</translation>
    </message>
    <message>
        <source>Function of x</source>
        <translation>x 的函数</translation>
    </message>
    <message>
        <source>Hide this curve on the plot.</source>
        <translation>在图上隐藏这条曲线。</translation>
    </message>
    <message>
        <source>Show this curve on the plot.</source>
        <translation>在图上显示这条曲线。</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Formula of %1</source>
        <translation>%1 的公式</translation>
    </message>
    <message>
        <source>Convention of %1</source>
        <translation>%1 的约定</translation>
    </message>
    <message>
        <source>Choose which definition of this name is drawn; now %1.</source>
        <translation>选择画出这个名称的哪一种定义；现在是：%1。</translation>
    </message>
    <message>
        <source>Training slopes of %1</source>
        <translation>%1 的训练斜率</translation>
    </message>
    <message>
        <source>Test slope of %1</source>
        <translation>%1 的测试斜率</translation>
    </message>
    <message>
        <source>Draw slopes of %1 again</source>
        <translation>重新抽取 %1 的斜率</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
</context>
<context>
    <name>secant::CurvesPanel</name>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Add a function</source>
        <translation>添加函数</translation>
    </message>
    <message>
        <source>Add a curve for a function of x that you type.</source>
        <translation>添加一条曲线，由您输入 x 的函数。</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>No curves yet. Choose an activation on the left, or type a function.</source>
        <translation>还没有曲线。请在左侧选择激活函数，或输入一个函数。</translation>
    </message>
</context>
<context>
    <name>secant::EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>重做被撤销的更改</translation>
    </message>
    <message>
        <source>&amp;Search activations</source>
        <translation>搜索激活函数(&amp;S)</translation>
    </message>
    <message>
        <source>Search the list of activations</source>
        <translation>在激活函数列表中搜索</translation>
    </message>
    <message>
        <source>&amp;Type a function</source>
        <translation>输入函数(&amp;T)</translation>
    </message>
    <message>
        <source>Add a curve whose formula you type</source>
        <translation>添加一条由您输入公式的曲线</translation>
    </message>
    <message>
        <source>Remove &amp;all curves</source>
        <translation>移除所有曲线(&amp;A)</translation>
    </message>
    <message>
        <source>Clear the plot; undo brings everything back</source>
        <translation>清空图形；撤销可以全部恢复</translation>
    </message>
</context>
<context>
    <name>secant::ExamplesMenu</name>
    <message>
        <source>E&amp;xamples</source>
        <translation>示例(&amp;X)</translation>
    </message>
</context>
<context>
    <name>secant::ExportDialog</name>
    <message>
        <source>As in the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>导出图形</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自定大小</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>用途(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Width, height</source>
        <translation>宽、高(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>分辨率(&amp;R)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Paper: white, no grid</source>
        <translation>论文：白底、无网格</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>外观(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Transparent ground</source>
        <translation>透明背景(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Check in &amp;grey</source>
        <translation>以灰度检查(&amp;G)</translation>
    </message>
    <message>
        <source>Whether the curves can still be told apart where colours are not printed; the file keeps them</source>
        <translation>检查不打印颜色时曲线是否仍可区分；文件中保留颜色</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 矢量图</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>TikZ figure for LaTeX</source>
        <translation>LaTeX 用 TikZ 图</translation>
    </message>
    <message>
        <source>CSV table of values</source>
        <translation>CSV 数值表</translation>
    </message>
    <message>
        <source>JSON of the figure</source>
        <translation>图形的 JSON</translation>
    </message>
    <message>
        <source>GIF animation</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <source>WebP animation</source>
        <translation>WebP 动画</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>inch</source>
        <translation>英寸</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Dots an inch of PNG, GIF and WebP. SVG, PDF and TikZ are sharp at every size.</source>
        <translation>PNG、GIF 和 WebP 每英寸的点数。SVG、PDF 和 TikZ 在任何尺寸下都清晰。</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Size of the texts</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>F&amp;ont, size</source>
        <translation>字体、大小(&amp;O)</translation>
    </message>
    <message>
        <source>Width of the curves</source>
        <translation>曲线宽度</translation>
    </message>
    <message>
        <source>Line wi&amp;dth</source>
        <translation>线宽(&amp;D)</translation>
    </message>
    <message>
        <source>Texts as &amp;outlines, which need no font</source>
        <translation>文字转为轮廓，无需字体(&amp;O)</translation>
    </message>
    <message>
        <source>The picture &amp;alone, to be read by \input</source>
        <translation>仅图形本身，供 \input 读取(&amp;A)</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> 帧/秒</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation>帧数(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制为图片(&amp;C)</translation>
    </message>
    <message>
        <source>Put it on the clipboard as a picture</source>
        <translation>以图片形式放到剪贴板</translation>
    </message>
    <message>
        <source>Copy S&amp;VG</source>
        <translation>复制为 SVG(&amp;V)</translation>
    </message>
    <message>
        <source>Put it on the clipboard as an SVG drawing</source>
        <translation>以 SVG 矢量图形式放到剪贴板</translation>
    </message>
    <message>
        <source>Pri&amp;nt…</source>
        <translation>打印(&amp;N)…</translation>
    </message>
    <message>
        <source>Show it as it would be printed</source>
        <translation>显示打印效果</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 毫米</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, %3</source>
        <translation>%1 × %2 像素，%3</translation>
    </message>
    <message>
        <source>Slid&amp;er</source>
        <translation>滑块(&amp;E)</translation>
    </message>
    <message>
        <source>%1 pictures, %2 seconds</source>
        <translation>%1 幅，共 %2 秒</translation>
    </message>
</context>
<context>
    <name>secant::ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>There is no preview of this size.</source>
        <translation>此尺寸无法预览。</translation>
    </message>
</context>
<context>
    <name>secant::FactsFinder</name>
    <message>
        <source>This is %1.</source>
        <translation>这就是 %1。</translation>
    </message>
    <message>
        <source>This is %1, scaled or shifted: %2</source>
        <translation>这是经缩放或平移的 %1：%2</translation>
    </message>
    <message>
        <source>Largest gap on −32…32: %1 at x = ±%2</source>
        <translation>在 −32…32 上最大差距：%1，在 x = ±%2</translation>
    </message>
    <message>
        <source>Largest gap on −32…32: %1 at x = %2</source>
        <translation>在 −32…32 上最大差距：%1，在 x = %2</translation>
    </message>
</context>
<context>
    <name>secant::FactsPanel</name>
    <message>
        <source>Click to draw it on the plot.</source>
        <translation>单击即可画在图上。</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>strictly increasing</source>
        <translation>严格递增</translation>
    </message>
    <message>
        <source>increasing, not strictly</source>
        <translation>递增，但不严格</translation>
    </message>
    <message>
        <source>strictly decreasing</source>
        <translation>严格递减</translation>
    </message>
    <message>
        <source>decreasing, not strictly</source>
        <translation>递减，但不严格</translation>
    </message>
    <message>
        <source>not monotone</source>
        <translation>不单调</translation>
    </message>
    <message>
        <source>discontinuous: it jumps</source>
        <translation>不连续：有跳跃</translation>
    </message>
    <message>
        <source>C⁰: continuous, f′ is not</source>
        <translation>C⁰：f 连续，f′ 不连续</translation>
    </message>
    <message>
        <source>C¹: f′ is continuous, f″ is not</source>
        <translation>C¹：f′ 连续，f″ 不连续</translation>
    </message>
    <message>
        <source>C²: f″ is continuous, f‴ is not</source>
        <translation>C²：f″ 连续，f‴ 不连续</translation>
    </message>
    <message>
        <source>C^∞: differentiable without end</source>
        <translation>C^∞：无穷次可微</translation>
    </message>
    <message>
        <source>tends to %1; saturates</source>
        <translation>趋于 %1，饱和</translation>
    </message>
    <message>
        <source>tends to %1</source>
        <translation>趋于 %1</translation>
    </message>
    <message>
        <source>is %1; saturates</source>
        <translation>等于 %1，饱和</translation>
    </message>
    <message>
        <source>approaches %1</source>
        <translation>渐近于 %1</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>即 %1</translation>
    </message>
    <message>
        <source>unbounded, flatter than any line</source>
        <translation>无界，但比任何斜线都平缓</translation>
    </message>
    <message>
        <source>unbounded, f(x)/x tends to %1</source>
        <translation>无界，f(x)/x 趋于 %1</translation>
    </message>
    <message>
        <source>unbounded, steeper than any line</source>
        <translation>无界，比任何直线都陡</translation>
    </message>
    <message>
        <source>has no limit</source>
        <translation>没有极限</translation>
    </message>
    <message>
        <source>the domain ends at %1</source>
        <translation>定义域止于 %1</translation>
    </message>
    <message>
        <source>infinitely many</source>
        <translation>无穷多个</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>x = %1: slope %2 on the left, %3 on the right</source>
        <translation>x = %1：左侧斜率 %2，右侧 %3</translation>
    </message>
    <message>
        <source>x = %1: from %2 to %3, f there is %4</source>
        <translation>x = %1：从 %2 跳到 %3，该点取值 %4</translation>
    </message>
    <message>
        <source>maximum %1 at x = %2</source>
        <translation>最大值 %1，在 x = %2</translation>
    </message>
    <message>
        <source>local maximum %1 at x = %2</source>
        <translation>极大值 %1，在 x = %2</translation>
    </message>
    <message>
        <source>minimum %1 at x = %2</source>
        <translation>最小值 %1，在 x = %2</translation>
    </message>
    <message>
        <source>local minimum %1 at x = %2</source>
        <translation>极小值 %1，在 x = %2</translation>
    </message>
    <message>
        <source>x = %1 (f″ jumps)</source>
        <translation>x = %1（f″ 跳变）</translation>
    </message>
    <message>
        <source>∞: f has no Lipschitz constant</source>
        <translation>∞：f 没有利普希茨常数</translation>
    </message>
    <message>
        <source>%1, reached at x = %2</source>
        <translation>%1，在 x = %2 处取到</translation>
    </message>
    <message>
        <source>%1, on one side of x = %2</source>
        <translation>%1，在 x = %2 的一侧</translation>
    </message>
    <message>
        <source>%1, approached as x → %2</source>
        <translation>%1，当 x → %2 时趋近</translation>
    </message>
    <message>
        <source>not a Lipschitz constant: f jumps</source>
        <translation>不是利普希茨常数：f 有跳跃</translation>
    </message>
    <message>
        <source>yes: a layer passes small signals and gradients unchanged</source>
        <translation>是：小信号与梯度经过一层几乎不变</translation>
    </message>
    <message>
        <source>no: f(0) is not 0</source>
        <translation>否：f(0) 不为 0</translation>
    </message>
    <message>
        <source>no: f′(0) is not 1</source>
        <translation>否：f′(0) 不为 1</translation>
    </message>
    <message>
        <source>E f = %1, E f² = %2</source>
        <translation>E f = %1，E f² = %2</translation>
    </message>
    <message>
        <source>gain 1/√(E f²) = %1</source>
        <translation>增益 1/√(E f²) = %1</translation>
    </message>
    <message>
        <source>for gradients 1/√(E f′²) = %1</source>
        <translation>梯度增益 1/√(E f′²) = %1</translation>
    </message>
    <message>
        <source>PyTorch&apos;s calculate_gain: %1</source>
        <translation>PyTorch 的 calculate_gain：%1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>值域</translation>
    </message>
    <message>
        <source>All values that f takes. Bounded output keeps training stable, unbounded output does not saturate.</source>
        <translation>f 取到的全部值。输出有界使训练稳定，输出无界则不会饱和。</translation>
    </message>
    <message>
        <source>Monotone</source>
        <translation>单调性</translation>
    </message>
    <message>
        <source>Over the whole domain. The convexity page judges any interval and shows why.</source>
        <translation>就整个定义域而言。“凸性”页可判断任意区间并说明理由。</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>光滑性</translation>
    </message>
    <message>
        <source>How many derivatives are continuous.</source>
        <translation>有多少阶导数连续。</translation>
    </message>
    <message>
        <source>Kinks</source>
        <translation>折点</translation>
    </message>
    <message>
        <source>Where f is continuous and its slope is not: a framework has to choose one.</source>
        <translation>f 连续而斜率不连续之处：框架必须选定一个斜率。</translation>
    </message>
    <message>
        <source>Jumps</source>
        <translation>跳跃</translation>
    </message>
    <message>
        <source>Where f itself is not continuous.</source>
        <translation>f 本身不连续之处。</translation>
    </message>
    <message>
        <source>Extrema</source>
        <translation>极值</translation>
    </message>
    <message>
        <source>Minima and maxima; a stretch on which f is constant is none.</source>
        <translation>极小值与极大值；f 为常数的一段不算。</translation>
    </message>
    <message>
        <source>Inflections</source>
        <translation>拐点</translation>
    </message>
    <message>
        <source>Dead zones</source>
        <translation>失活区</translation>
    </message>
    <message>
        <source>Where f′ is exactly 0: no gradient passes. Not merely small, which is saturation.</source>
        <translation>f′ 恰为 0，梯度无法通过；只是很小则称为饱和。</translation>
    </message>
    <message>
        <source>What f does far out. A side saturates if f stays bounded and f′ tends to 0.</source>
        <translation>f 在远处的行为。若 f 有界且 f′ 趋于 0，则该侧饱和。</translation>
    </message>
    <message>
        <source>The steepest slope: the Lipschitz constant of f, by which a layer can at most magnify.</source>
        <translation>最陡的斜率：f 的利普希茨常数，即一层最多放大的倍数。</translation>
    </message>
    <message>
        <source>At 0</source>
        <translation>在 0 处</translation>
    </message>
    <message>
        <source>Value and slope at 0, with the tangent there.</source>
        <translation>在 0 处的值与斜率，以及该处切线。</translation>
    </message>
    <message>
        <source>f(x) ≈ x near 0</source>
        <translation>0 附近 f(x) ≈ x</translation>
    </message>
    <message>
        <source>With f(0) = 0 and f′(0) = 1 small initial weights train efficiently. Shows y = x.</source>
        <translation>若 f(0) = 0 且 f′(0) = 1，则较小的初始权重即可高效训练。图上画出 y = x。</translation>
    </message>
    <message>
        <source>For x ~ N(0, 1)</source>
        <translation>当 x ~ N(0, 1)</translation>
    </message>
    <message>
        <source>Weights of variance gain²/fan-in keep E f² at 1 from layer to layer; the second gain keeps the gradients.</source>
        <translation>权重方差取 增益²/输入数，可使各层 E f² 保持为 1；第二个增益则保持梯度。</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>proved</source>
        <translation>已证明</translation>
    </message>
    <message>
        <source>numerical</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Follows from the definition; numbers are right to the last digit shown.</source>
        <translation>由定义得出；所示数字每一位都正确。</translation>
    </message>
    <message>
        <source>Proved by interval arithmetic with outward rounding.</source>
        <translation>由向外舍入的区间运算证明。</translation>
    </message>
    <message>
        <source>Computed in rounded arithmetic to more digits than shown, without a proof.</source>
        <translation>由舍入运算求得，位数多于所示，但未经证明。</translation>
    </message>
    <message>
        <source>Could not be found out in the time allowed; nothing is guessed.</source>
        <translation>在限定时间内未能求出；绝不猜测。</translation>
    </message>
    <message>
        <source>No framework ships it.</source>
        <translation>没有框架提供它。</translation>
    </message>
    <message>
        <source>What frameworks return at kinks</source>
        <translation>各框架在折点处返回的斜率</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>In frameworks</source>
        <translation>框架中的名称</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Add a curve: what is true of it will stand here.</source>
        <translation>添加一条曲线，这里就会列出它的性质。</translation>
    </message>
    <message>
        <source>Finding out…</source>
        <translation>正在求解……</translation>
    </message>
    <message>
        <source>The formula is not complete yet.</source>
        <translation>公式尚未输入完整。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>与之比较</translation>
    </message>
    <message>
        <source>Another curve of the plot, or another convention of this one.</source>
        <translation>图上的另一条曲线，或该函数的另一种约定。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Add the difference as a curve of its own, with its largest gap.</source>
        <translation>将差作为一条新曲线加入，并给出最大差距。</translation>
    </message>
    <message>
        <source>affine: both ∪ and ∩</source>
        <translation>仿射：既是 ∪ 也是 ∩</translation>
    </message>
    <message>
        <source>%1, not strictly</source>
        <translation>%1，但不严格</translation>
    </message>
    <message>
        <source>The error surface of a single layer with a monotone activation is %1 under its matching loss. Shows where the direction changes.</source>
        <translation>在匹配损失下，采用单调激活函数的单层网络的误差曲面为 %1。显示单调方向改变之处。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>凹凸性</translation>
    </message>
    <message>
        <source>Where f has a slope and changes from ∪ to ∩ or back.</source>
        <translation>f 有斜率且在 ∪ 与 ∩ 之间转换之处。</translation>
    </message>
</context>
<context>
    <name>secant::FigureOutput</name>
    <message>
        <source>Export the figure</source>
        <translation>导出图形</translation>
    </message>
    <message>
        <source>The figure was not exported</source>
        <translation>图形没有导出</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>The figure is on the clipboard</source>
        <translation>图形已放到剪贴板</translation>
    </message>
    <message>
        <source>%1 file (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written</source>
        <translation>导出已停止，没有写入文件</translation>
    </message>
    <message>
        <source>The figure was not copied</source>
        <translation>图形未复制</translation>
    </message>
    <message>
        <source>Drawing the figure</source>
        <translation>正在绘制图形</translation>
    </message>
</context>
<context>
    <name>secant::FigureView</name>
    <message>
        <source>%1, for x from %2 to %3: %4</source>
        <translation>%1，x 从 %2 到 %3：%4</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>图</translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>secant::FileMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Copy figure</source>
        <translation>复制图形(&amp;C)</translation>
    </message>
    <message>
        <source>Put the figure on the clipboard as a picture</source>
        <translation>把图形作为图片放到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close Secant; the scene is kept</source>
        <translation>关闭 Secant；场景会保留</translation>
    </message>
    <message>
        <source>Write the figure as a picture, a drawing, a table or an animation</source>
        <translation>将图形写成图片、矢量图、表格或动画</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>新建会话(&amp;N)</translation>
    </message>
    <message>
        <source>Begin with the first figure again</source>
        <translation>重新从最初的图形开始</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a session file</source>
        <translation>打开会话文件</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Write the session to its file</source>
        <translation>将会话写入其文件</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Write the session to another file</source>
        <translation>将会话写入另一个文件</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>secant::FormulaLine</name>
    <message>
        <source>A function of x</source>
        <translation>x 的函数</translation>
    </message>
    <message>
        <source>Function of x</source>
        <translation>x 的函数</translation>
    </message>
    <message>
        <source>“%1” can mean a bracket or the greatest integer. Write (%2) or floor(%2).</source>
        <translation>“%1”可以是括号，也可以是取整。请写 (%2) 或 floor(%2)。</translation>
    </message>
    <message>
        <source>Read as %1; for the other meaning type %2.</source>
        <translation>理解为 %1；若是另一种意思，请输入 %2。</translation>
    </message>
    <message>
        <source>log is the natural logarithm, %1; for the decimal one type %2.</source>
        <translation>log 是自然对数，即 %1；以 10 为底请输入 %2。</translation>
    </message>
    <message>
        <source>%1 is read as one name; for a product type %2.</source>
        <translation>%1 被视为一个名称；若是乘积，请输入 %2。</translation>
    </message>
    <message>
        <source>%1 before a bracket is read as a factor, not as a function.</source>
        <translation>括号前的 %1 被视为因数，而不是函数。</translation>
    </message>
    <message>
        <source>Type a function of x; any other name becomes a parameter with a slider.</source>
        <translation>输入 x 的函数；其他名称都成为带滑块的参数。</translation>
    </message>
    <message>
        <source>“%1” has no meaning here. Did you mean %2?</source>
        <translation>“%1”在这里没有意义。您是指 %2 吗？</translation>
    </message>
    <message>
        <source>A “%1” may stand only between the arguments of a function, as in max(0, x).</source>
        <translation>“%1”只能放在函数的参数之间，例如 max(0, x)。</translation>
    </message>
    <message>
        <source>Type only what stands to the right of “=”, for example x^2.</source>
        <translation>只需输入“=”右边的部分，例如 x^2。</translation>
    </message>
    <message>
        <source>“%1” has no meaning here. Write an operator such as + or *, or remove it.</source>
        <translation>“%1”在这里没有意义。请写 + 或 * 等运算符，或把它删去。</translation>
    </message>
    <message>
        <source>The formula breaks off. Add a number, x or a function such as sin(x).</source>
        <translation>公式没有写完。请补上数字、x 或 sin(x) 之类的函数。</translation>
    </message>
    <message>
        <source>Something is missing before “%1”. Put a number, x or a function there.</source>
        <translation>“%1”之前缺少内容。请填上数字、x 或函数。</translation>
    </message>
    <message>
        <source>There is no function “%1”. Did you mean %2?</source>
        <translation>没有函数“%1”。您是指 %2 吗？</translation>
    </message>
    <message>
        <source>There is no function “%1”. For a product write %1*(…).</source>
        <translation>没有函数“%1”。若是乘积，请写成 %1*(…)。</translation>
    </message>
    <message>
        <source>Too few arguments for %1: at least %2, here %3. Separate them by commas.</source>
        <translation>%1 的参数太少：至少 %2 个，这里有 %3 个。请用逗号分隔。</translation>
    </message>
    <message>
        <source>Too many arguments for %1: at most %2, here %3. Remove the rest.</source>
        <translation>%1 的参数太多：最多 %2 个，这里有 %3 个。请删去多余的。</translation>
    </message>
    <message>
        <source>Type a function of x, for example a*x^2 or leaky_relu(x, 0.1).</source>
        <translation>请输入 x 的函数，例如 a*x^2 或 leaky_relu(x, 0.1)。</translation>
    </message>
    <message>
        <source>%1: write %2, with a point.</source>
        <translation>%1：请写成 %2，使用小数点。</translation>
    </message>
    <message>
        <source>“%1” closes a bracket that was never opened. Remove it, or open one before it.</source>
        <translation>“%1”没有对应的左括号。请删去它，或在前面补上左括号。</translation>
    </message>
    <message>
        <source>“%1” is never closed. Add “%2” after what belongs inside.</source>
        <translation>“%1”没有闭合。请在括号内容之后加上“%2”。</translation>
    </message>
    <message>
        <source>“%1” needs its argument in brackets: write %2.</source>
        <translation>“%1”的参数要写在括号里：请写 %2。</translation>
    </message>
    <message>
        <source>Only the first argument of %1 may contain x. Put a number or a parameter here.</source>
        <translation>只有 %1 的第一个参数可以含有 x。这里请写数字或参数。</translation>
    </message>
    <message>
        <source>“%1” is not a number to compute with. Write for example 0.5 or 1e-3.</source>
        <translation>“%1”不是可以计算的数。请写例如 0.5 或 1e-3。</translation>
    </message>
    <message>
        <source>The formula is longer than %1 characters. Shorten it.</source>
        <translation>公式超过 %1 个字符。请缩短。</translation>
    </message>
    <message>
        <source>Brackets and calls are nested deeper than %1. Simplify the formula.</source>
        <translation>括号和函数嵌套超过 %1 层。请简化公式。</translation>
    </message>
    <message>
        <source>The name “%1” is longer than %2 characters. Choose a shorter one.</source>
        <translation>名称“%1”超过 %2 个字符。请用较短的名称。</translation>
    </message>
    <message>
        <source>“%” has no meaning here. Divide by 100, or write mod(a, b) for a remainder.</source>
        <translation>“%”在这里没有意义。请除以 100；求余数请写 mod(a, b)。</translation>
    </message>
    <message>
        <source>“%” has no meaning here. Write %1, or mod(a, b) for a remainder.</source>
        <translation>“%”在这里没有意义。请写 %1；求余数请写 mod(a, b)。</translation>
    </message>
    <message>
        <source>%1 is read as %2, which also has values between the whole numbers.</source>
        <translation>%1 读作 %2，它在整数之间也有值。</translation>
    </message>
</context>
<context>
    <name>secant::FormulaSheet</name>
    <message>
        <source>if</source>
        <translation>若</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>There is no formula of the derivative short enough to read; the plot shows it all the same.</source>
        <translation>没有短得可读的导数公式；图中仍会画出导数。</translation>
    </message>
    <message>
        <source>Show the formulas of the first and second derivative.</source>
        <translation>显示一阶和二阶导数的公式。</translation>
    </message>
    <message>
        <source>Copy the formula as text, LaTeX or code.</source>
        <translation>将公式复制为文本、LaTeX 或代码。</translation>
    </message>
    <message>
        <source>Copy as Text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>复制为 LaTeX</translation>
    </message>
    <message>
        <source>Copy as C++</source>
        <translation>复制为 C++</translation>
    </message>
    <message>
        <source>Copy as NumPy</source>
        <translation>复制为 NumPy</translation>
    </message>
    <message>
        <source>Copy as PyTorch Module</source>
        <translation>复制为 PyTorch 模块</translation>
    </message>
    <message>
        <source>Copy the formula of %1</source>
        <translation>复制 %1 的公式</translation>
    </message>
    <message>
        <source>Derivatives of %1</source>
        <translation>%1 的导数</translation>
    </message>
    <message>
        <source>Formula of %1 of %2</source>
        <translation>%2 的 %1 公式</translation>
    </message>
    <message>
        <source>and</source>
        <translation>且</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>Where the cases meet, f′ need not exist.</source>
        <translation>在各段的交界处，f′ 不一定存在。</translation>
    </message>
    <message>
        <source>f′ does not exist at x = %1.</source>
        <translation>f′ 在 x = %1 处不存在。</translation>
    </message>
</context>
<context>
    <name>secant::IntervalEdit</name>
    <message>
        <source>All of ℝ</source>
        <translation>整个 ℝ</translation>
    </message>
    <message>
        <source>Judge the function on the whole line.</source>
        <translation>在整条数轴上判断函数。</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>当前视图</translation>
    </message>
    <message>
        <source>Judge the function on the stretch of the x axis that is in view.</source>
        <translation>在当前可见的 x 轴范围上判断函数。</translation>
    </message>
    <message>
        <source>Whether this end belongs to the interval: [ closed, ( open.</source>
        <translation>该端点是否属于区间：[ 闭，( 开。</translation>
    </message>
    <message>
        <source>Lower end closed</source>
        <translation>下端为闭</translation>
    </message>
    <message>
        <source>Upper end closed</source>
        <translation>上端为闭</translation>
    </message>
    <message>
        <source>The interval goes on for ever on this side.</source>
        <translation>区间在这一侧无限延伸。</translation>
    </message>
    <message>
        <source>No lower end</source>
        <translation>无下端</translation>
    </message>
    <message>
        <source>No upper end</source>
        <translation>无上端</translation>
    </message>
    <message>
        <source>Lower end of the interval</source>
        <translation>区间下端</translation>
    </message>
    <message>
        <source>Upper end of the interval</source>
        <translation>区间上端</translation>
    </message>
    <message>
        <source>An end of the interval on which the function is judged; also a handle on the x axis.</source>
        <translation>判断函数所用区间的端点；也是 x 轴上的手柄。</translation>
    </message>
    <message>
        <source>The lower end must stay below the upper one.</source>
        <translation>下端必须小于上端。</translation>
    </message>
</context>
<context>
    <name>secant::MainWindow</name>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Mouse and keyboard</source>
        <translation>鼠标与键盘(&amp;M)</translation>
    </message>
    <message>
        <source>What mouse and keyboard do</source>
        <translation>鼠标和键盘的用法</translation>
    </message>
    <message>
        <source>&amp;About Secant</source>
        <translation>关于 Secant(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Where bounds could not prove the curve within the time of a frame, it is sampled.</source>
        <translation>在一帧的时间内无法用界证明曲线的地方，曲线由采样得到。</translation>
    </message>
    <message>
        <source>%1 px sampled, not proved</source>
        <translation>%1 像素为采样，未经证明</translation>
    </message>
    <message>
        <source>View</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>What is shown of the curves</source>
        <translation>曲线的哪些内容要显示</translation>
    </message>
    <message>
        <source>Convexity</source>
        <translation>凸性</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>What is true of the active curve</source>
        <translation>当前曲线的性质</translation>
    </message>
    <message>
        <source>Which shape the active curve has, ∪ or ∩, on which interval, and why</source>
        <translation>当前曲线在哪个区间上是 ∪ 或 ∩，以及原因</translation>
    </message>
</context>
<context>
    <name>secant::NumberEdit</name>
    <message>
        <source>Type a number, for example 0.25; it stays %1.</source>
        <translation>请输入数字，例如 0.25；值仍为 %1。</translation>
    </message>
    <message>
        <source>%1: write %2, with a point; it stays %3.</source>
        <translation>%1：请写成 %2，使用小数点；值仍为 %3。</translation>
    </message>
    <message>
        <source>%1 is too large to compute with; it stays %2.</source>
        <translation>%1 太大，无法计算；值仍为 %2。</translation>
    </message>
    <message>
        <source>“%1” is not a number. Type for example 0.25, 1/3 or 1e-3; it stays %2.</source>
        <translation>“%1”不是数字。请输入例如 0.25、1/3 或 1e-3；值仍为 %2。</translation>
    </message>
</context>
<context>
    <name>secant::OperationsPanel</name>
    <message>
        <source>New functions from f</source>
        <translation>由 f 得到新函数</translation>
    </message>
    <message>
        <source>Turns ∪ into ∩.</source>
        <translation>把 ∪ 变成 ∩。</translation>
    </message>
    <message>
        <source>The perspective of f, with a slider for t: ∪ stays ∪ for t &gt; 0.</source>
        <translation>f 的透视，t 有滑块：t &gt; 0 时 ∪ 仍为 ∪。</translation>
    </message>
    <message>
        <source>Sums of ∪ are ∪.</source>
        <translation>∪ 之和仍为 ∪。</translation>
    </message>
    <message>
        <source>The larger of two ∪ is ∪.</source>
        <translation>两个 ∪ 中较大者仍为 ∪。</translation>
    </message>
    <message>
        <source>∪ if g is ∪ and increasing and f is ∪.</source>
        <translation>若 g 为 ∪ 且递增、f 为 ∪，则结果为 ∪。</translation>
    </message>
    <message>
        <source>g:</source>
        <translation>g：</translation>
    </message>
    <message>
        <source>The other function, g</source>
        <translation>另一个函数 g</translation>
    </message>
    <message>
        <source>The other function, g: any curve on the plot.</source>
        <translation>另一个函数 g：图上的任一曲线。</translation>
    </message>
    <message>
        <source>The greatest ∪ function below f on what is in view of the interval. Exact for the points that are drawn, which are within half a pixel of the curve.</source>
        <translation>区间可见部分上不超过 f 的最大 ∪ 函数。对所画的点是精确的，这些点距曲线不超过半个像素。</translation>
    </message>
    <message>
        <source>Legendre conjugate f*</source>
        <translation>勒让德共轭 f*</translation>
    </message>
    <message>
        <source>f*(s) = sup (s·x − f(x)) on what is in view of the interval: the line of slope s that touches from below meets the axis at −f*(s). Exact for the points that are drawn.</source>
        <translation>区间可见部分上 f*(s) = sup (s·x − f(x))：斜率为 s、从下方相切的直线与纵轴交于 −f*(s)。对所画的点是精确的。</translation>
    </message>
    <message>
        <source>Slope s</source>
        <translation>斜率 s</translation>
    </message>
    <message>
        <source>The slope of the line that touches f from below; on f′ the same height.</source>
        <translation>从下方与 f 相切的直线的斜率；在 f′ 图上即同一高度。</translation>
    </message>
    <message>
        <source>Envelope f** (%1)</source>
        <translation>包络 f**（%1）</translation>
    </message>
</context>
<context>
    <name>secant::ParameterSlider</name>
    <message>
        <source>%1 must lie between %2 and %3; it stays %4.</source>
        <translation>%1 必须在 %2 和 %3 之间；值仍为 %4。</translation>
    </message>
    <message>
        <source>%1 must be greater than %2 and at most %3; it stays %4.</source>
        <translation>%1 必须大于 %2 且不超过 %3；值仍为 %4。</translation>
    </message>
    <message>
        <source>%1 must be at least %2; it stays %3.</source>
        <translation>%1 不能小于 %2；值仍为 %3。</translation>
    </message>
    <message>
        <source>%1 must be greater than %2; it stays %3.</source>
        <translation>%1 必须大于 %2；值仍为 %3。</translation>
    </message>
    <message>
        <source>%1 must be at most %2; it stays %3.</source>
        <translation>%1 不能大于 %2；值仍为 %3。</translation>
    </message>
    <message>
        <source>That is too large to compute with; %1 stays %2.</source>
        <translation>这个数太大，无法计算；%1 仍为 %2。</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1 滑块</translation>
    </message>
    <message>
        <source>Drag %1 (Shift: finer); a double click brings back %2.</source>
        <translation>拖动 %1（按 Shift 更精细）；双击恢复为 %2。</translation>
    </message>
    <message>
        <source>Type a value for %1, for example 0.25 or 1/3.</source>
        <translation>输入 %1 的值，例如 0.25 或 1/3。</translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>value: frameworks</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>secant::PlotMenu</name>
    <message>
        <source>&amp;Plot</source>
        <translation>图形(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation>初始视图(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Fit heights</source>
        <translation>适应高度(&amp;F)</translation>
    </message>
    <message>
        <source>Fit the height of every pane to its curves</source>
        <translation>使每个窗格的高度适应其中的曲线</translation>
    </message>
    <message>
        <source>&amp;1:1</source>
        <translation>1:1(&amp;1)</translation>
    </message>
    <message>
        <source>One unit as long on y as on x</source>
        <translation>x 与 y 的单位长度相同</translation>
    </message>
    <message>
        <source>&amp;Chord</source>
        <translation>弦(&amp;C)</translation>
    </message>
    <message>
        <source>A chord over the active curve, to be dragged</source>
        <translation>当前曲线上的弦，可以拖动</translation>
    </message>
    <message>
        <source>Pane f′</source>
        <translation>f′ 窗格</translation>
    </message>
    <message>
        <source>Pane f″</source>
        <translation>f″ 窗格</translation>
    </message>
    <message>
        <source>Pane ∂f/∂α</source>
        <translation>∂f/∂α 窗格</translation>
    </message>
    <message>
        <source>Show or hide this pane</source>
        <translation>显示或隐藏这个窗格</translation>
    </message>
    <message>
        <source>Back to −6 ≤ x ≤ 6 with fitting heights; on a logarithmic scale to 0.01 ≤ x ≤ 100</source>
        <translation>回到 −6 ≤ x ≤ 6，并使高度合适；对数坐标下回到 0.01 ≤ x ≤ 100</translation>
    </message>
    <message>
        <source>Logarithmic &amp;x</source>
        <translation>x 轴对数坐标(&amp;X)</translation>
    </message>
    <message>
        <source>Equal distances along x are equal ratios; only x &gt; 0 is shown</source>
        <translation>x 轴上相等的距离表示相等的比值；只显示 x &gt; 0</translation>
    </message>
    <message>
        <source>Logarithmic &amp;y</source>
        <translation>y 轴对数坐标(&amp;Y)</translation>
    </message>
    <message>
        <source>Equal distances along y are equal ratios; only positive values are shown</source>
        <translation>y 轴上相等的距离表示相等的比值；只显示正值</translation>
    </message>
</context>
<context>
    <name>secant::PropertyFilter</name>
    <message>
        <source>C¹</source>
        <translation>C¹</translation>
    </message>
    <message>
        <source>The slope is continuous.</source>
        <translation>斜率连续。</translation>
    </message>
    <message>
        <source>C^∞</source>
        <translation>C^∞</translation>
    </message>
    <message>
        <source>Differentiable without end.</source>
        <translation>无穷次可微。</translation>
    </message>
    <message>
        <source>no kink</source>
        <translation>无折点</translation>
    </message>
    <message>
        <source>Every framework returns the same slope everywhere.</source>
        <translation>各框架处处返回相同的斜率。</translation>
    </message>
    <message>
        <source>monotone</source>
        <translation>单调</translation>
    </message>
    <message>
        <source>Nowhere falling.</source>
        <translation>处处不下降。</translation>
    </message>
    <message>
        <source>Every chord lies on or above the curve.</source>
        <translation>每条弦都不低于曲线。</translation>
    </message>
    <message>
        <source>bounded below</source>
        <translation>有下界</translation>
    </message>
    <message>
        <source>Values never fall below some number.</source>
        <translation>取值不低于某个数。</translation>
    </message>
    <message>
        <source>bounded</source>
        <translation>有界</translation>
    </message>
    <message>
        <source>Bounded below and above.</source>
        <translation>上下都有界。</translation>
    </message>
    <message>
        <source>no dead zone</source>
        <translation>无失活区</translation>
    </message>
    <message>
        <source>The slope is 0 on no interval: no unit can die.</source>
        <translation>斜率不在任何区间上为 0：神经元不会“死亡”。</translation>
    </message>
    <message>
        <source>f(x) ≈ x near 0</source>
        <translation>0 附近 f(x) ≈ x</translation>
    </message>
    <message>
        <source>f(0) = 0 and f′(0) = 1.</source>
        <translation>f(0) = 0 且 f′(0) = 1。</translation>
    </message>
    <message>
        <source>bounded slope</source>
        <translation>斜率有界</translation>
    </message>
    <message>
        <source>Has a Lipschitz constant; does not jump.</source>
        <translation>有利普希茨常数，且无跳跃。</translation>
    </message>
    <message>
        <source>Shipped under a name of its own.</source>
        <translation>以自己的名称提供。</translation>
    </message>
    <message>
        <source>in PyTorch</source>
        <translation>PyTorch 提供</translation>
    </message>
    <message>
        <source>in Keras</source>
        <translation>Keras 提供</translation>
    </message>
    <message>
        <source>in JAX</source>
        <translation>JAX 提供</translation>
    </message>
    <message>
        <source>in ONNX</source>
        <translation>ONNX 提供</translation>
    </message>
    <message>
        <source>Filter by property</source>
        <translation>按性质筛选</translation>
    </message>
    <message>
        <source>Shape, at the standard parameters</source>
        <translation>形状（取标准参数）</translation>
    </message>
    <message>
        <source>Frameworks</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>Show only activations with certain properties</source>
        <translation>只显示具有某些性质的激活函数</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>只显示：%1</translation>
    </message>
</context>
<context>
    <name>secant::Session</name>
    <message>
        <source>With %1 = %2 there is no such function: a lower bound must stay below the upper one. The old value is kept.</source>
        <translation>%1 = %2 时没有这样的函数：下界必须小于上界。保留原来的值。</translation>
    </message>
    <message>
        <source>There is nothing to compute this from: a formula cannot be read, or it would be too long.</source>
        <translation>无从计算：公式无法读懂，或结果太长。</translation>
    </message>
</context>
<context>
    <name>secant::SessionDialogs</name>
    <message>
        <source>Open a session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Secant sessions (*.secant *.json);;All files (*)</source>
        <translation>Secant 会话 (*.secant *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Secant. It stays as it is, and so does the open session.</source>
        <translation>“%1”由更新版本的 Secant 写成。该文件和当前会话都保持不变。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: %2. The open session stays as it is.</source>
        <translation>无法打开“%1”：%2。当前会话保持不变。</translation>
    </message>
    <message>
        <source>The session was not opened</source>
        <translation>会话未打开</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>已打开 %1</translation>
    </message>
    <message>
        <source>The session was repaired</source>
        <translation>会话已修复</translation>
    </message>
    <message>
        <source>Something in “%1” was wrong and was put right. The file itself is changed only when you save.</source>
        <translation>“%1”中有错误，已经更正。只有在您保存时，文件本身才会改变。</translation>
    </message>
    <message>
        <source>session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Secant sessions (*.secant)</source>
        <translation>Secant 会话 (*.secant)</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>此会话</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>保存更改？</translation>
    </message>
    <message>
        <source>Save what you changed in %1? It is lost otherwise.</source>
        <translation>要保存对 %1 的更改吗？否则更改将丢失。</translation>
    </message>
    <message>
        <source>Changed by another program</source>
        <translation>已被其他程序更改</translation>
    </message>
    <message>
        <source>“%1” is no longer what was opened or saved here.</source>
        <translation>“%1”已不是在此打开或保存时的内容。</translation>
    </message>
    <message>
        <source>&amp;Overwrite it</source>
        <translation>覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>The session was not saved</source>
        <translation>会话未保存</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>Secant did not end properly</source>
        <translation>Secant 上次未正常退出</translation>
    </message>
    <message>
        <source>A session of %1 was not saved. Open it again?</source>
        <translation>%1 的会话尚未保存。要重新打开吗？</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后再说(&amp;L)</translation>
    </message>
    <message>
        <source>What you changed here is lost if you read it anew.</source>
        <translation>如果重新读取，此处所做的更改将丢失。</translation>
    </message>
    <message>
        <source>Nothing was changed here since.</source>
        <translation>此后这里没有更改。</translation>
    </message>
    <message>
        <source>&amp;Read it anew</source>
        <translation>重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep what is here</source>
        <translation>保留当前内容(&amp;K)</translation>
    </message>
</context>
<context>
    <name>secant::ShadingPanel</name>
    <message>
        <source>Where learning stops</source>
        <translation>学习停止之处</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Shade where the slope is so small that hardly any gradient passes.</source>
        <translation>为斜率很小、梯度几乎无法通过的区域着色。</translation>
    </message>
    <message>
        <source>Dead: f′ = 0</source>
        <translation>失活：f′ = 0</translation>
    </message>
    <message>
        <source>Shade where the slope is exactly zero: no gradient passes at all.</source>
        <translation>为斜率恰为零、梯度完全无法通过的区域着色。</translation>
    </message>
    <message>
        <source>Threshold ε</source>
        <translation>阈值 ε</translation>
    </message>
    <message>
        <source>Slopes up to ε count as saturated.</source>
        <translation>斜率不超过 ε 即视为饱和。</translation>
    </message>
    <message>
        <source>Expanding: |f′| &gt; 1</source>
        <translation>放大：|f′| &gt; 1</translation>
    </message>
    <message>
        <source>Shade where gradients grow from layer to layer.</source>
        <translation>为梯度逐层增大之处着色。</translation>
    </message>
    <message>
        <source>Absolute: |f′| ≤ ε</source>
        <translation>绝对：|f′| ≤ ε</translation>
    </message>
    <message>
        <source>Saturated means that the slope itself is at most ε.</source>
        <translation>饱和指斜率本身不超过 ε。</translation>
    </message>
    <message>
        <source>Relative: |f′| ≤ ε · max|f′|</source>
        <translation>相对：|f′| ≤ ε · max|f′|</translation>
    </message>
    <message>
        <source>Saturated means that the slope is at most ε of the steepest one.</source>
        <translation>饱和指斜率不超过最大斜率的 ε 倍。</translation>
    </message>
    <message>
        <source>Saturated means that at most ε of a gradient is left behind n layers.</source>
        <translation>饱和指梯度经过 n 层之后至多剩下 ε。</translation>
    </message>
    <message>
        <source>Number of layers n</source>
        <translation>层数 n</translation>
    </message>
    <message>
        <source>How many layers of this activation a gradient passes.</source>
        <translation>梯度要经过多少层这样的激活函数。</translation>
    </message>
    <message>
        <source>What f does</source>
        <translation>f 的性态</translation>
    </message>
    <message>
        <source>Increasing, decreasing</source>
        <translation>递增、递减</translation>
    </message>
    <message>
        <source>Shade where f′ is positive, and otherwise where it is negative.</source>
        <translation>分别为 f′ 取正值与取负值之处着色。</translation>
    </message>
    <message>
        <source>Shade where f″ is positive, and otherwise where it is negative.</source>
        <translation>分别为 f″ 取正值与取负值之处着色。</translation>
    </message>
    <message>
        <source>Near the identity: f(x) ≈ x</source>
        <translation>接近恒等：f(x) ≈ x</translation>
    </message>
    <message>
        <source>Shade where f(x) differs from x by at most δ: signals pass unchanged.</source>
        <translation>为 f(x) 与 x 相差至多 δ 之处着色：信号原样通过。</translation>
    </message>
    <message>
        <source>Tolerance δ</source>
        <translation>容差 δ</translation>
    </message>
    <message>
        <source>How far f(x) may be from x.</source>
        <translation>f(x) 与 x 可以相差多少。</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Share of inputs from N(μ, σ²)</source>
        <translation>N(μ, σ²) 输入所占比例</translation>
    </message>
    <message>
        <source>Tell in the legend how many of the inputs fall into each region.</source>
        <translation>在图例中说明有多少输入落在各个区域。</translation>
    </message>
    <message>
        <source>Mean μ</source>
        <translation>均值 μ</translation>
    </message>
    <message>
        <source>The middle of the inputs.</source>
        <translation>输入的中心。</translation>
    </message>
    <message>
        <source>Standard deviation σ</source>
        <translation>标准差 σ</translation>
    </message>
    <message>
        <source>How far the inputs spread.</source>
        <translation>输入的分散程度。</translation>
    </message>
    <message>
        <source>n layers: |f′|ⁿ ≤ ε</source>
        <translation>n 层：|f′|ⁿ ≤ ε</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two shapes</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>secant::SliderTrack</name>
    <message>
        <source>%1: %2</source>
        <comment>value: frameworks</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>secant::SweepEdit</name>
    <message>
        <source>Slider that moves</source>
        <translation>移动的滑块</translation>
    </message>
    <message>
        <source>All curves that have this parameter move together</source>
        <translation>含有此参数的曲线一起变化</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>起始值</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>终止值</translation>
    </message>
    <message>
        <source>%1 cannot go from %2 to %3: a curve does not allow it. Choose other values.</source>
        <translation>%1 不能从 %2 变到 %3：有一条曲线不允许。请选择其他值。</translation>
    </message>
</context>
<context>
    <name>secant::VerdictCard</name>
    <message>
        <source>f is a straight line there</source>
        <translation>f 在此为直线</translation>
    </message>
    <message>
        <source>every term of f″ has that sign</source>
        <translation>f″ 的每一项都是这个符号</translation>
    </message>
    <message>
        <source>a count of real roots (Sturm)</source>
        <translation>实根计数（Sturm）</translation>
    </message>
    <message>
        <source>interval bounds on small boxes</source>
        <translation>小区间上的区间界</translation>
    </message>
    <message>
        <source>signs of further derivatives from one end</source>
        <translation>从一端起各阶导数的符号</translation>
    </message>
    <message>
        <source>an even power</source>
        <translation>偶次幂</translation>
    </message>
    <message>
        <source>bounds on the whole piece</source>
        <translation>整段上的界</translation>
    </message>
    <message>
        <source>known signs of its factors</source>
        <translation>各因子的已知符号</translation>
    </message>
    <message>
        <source>Not %1: between x = %2 and x = %3</source>
        <translation>不是%1：在 x = %2 与 x = %3 之间</translation>
    </message>
    <message>
        <source> there is a point where f is undefined.</source>
        <translation>有一点使 f 无定义。</translation>
    </message>
    <message>
        <source>, at x = %1, f lies at least %2 above its chord.</source>
        <translation>，x = %1 处 f 比弦至少高 %2。</translation>
    </message>
    <message>
        <source>, at x = %1, f lies at least %2 below its chord.</source>
        <translation>，x = %1 处 f 比弦至少低 %2。</translation>
    </message>
    <message>
        <source>Constant.</source>
        <translation>常数。</translation>
    </message>
    <message>
        <source>Strictly increasing.</source>
        <translation>严格递增。</translation>
    </message>
    <message>
        <source>Increasing, not strictly.</source>
        <translation>递增，但不严格。</translation>
    </message>
    <message>
        <source>Strictly decreasing.</source>
        <translation>严格递减。</translation>
    </message>
    <message>
        <source>Decreasing, not strictly.</source>
        <translation>递减，但不严格。</translation>
    </message>
    <message>
        <source>Neither increasing nor decreasing.</source>
        <translation>既不递增也不递减。</translation>
    </message>
    <message>
        <source>Whether it is monotone is not decided.</source>
        <translation>是否单调未定。</translation>
    </message>
    <message>
        <source>The formula is too large, or uses a function that has no exact rules here.</source>
        <translation>公式太大，或用到了此处没有精确规则的函数。</translation>
    </message>
    <message>
        <source>The time was over before a proof or a breaking chord was found.</source>
        <translation>在找到证明或反例弦之前时间已用完。</translation>
    </message>
    <message>
        <source>Neither a proof nor a pair of breaking chords was found.</source>
        <translation>既没有找到证明，也没有找到一对反例弦。</translation>
    </message>
    <message>
        <source>Time used for the verdict</source>
        <translation>判断所用的时间</translation>
    </message>
    <message>
        <source>Show me why</source>
        <translation>说明理由</translation>
    </message>
    <message>
        <source>Draw the proof: pieces of one curvature, bounds on f″, jumps of the slope; or the chords that break it.</source>
        <translation>画出证明：曲率同号的各段、f″ 的界、斜率的跳跃；或画出反例弦。</translation>
    </message>
    <message>
        <source>Try longer</source>
        <translation>多试一会</translation>
    </message>
    <message>
        <source>Look for a proof or a breaking chord for up to two seconds.</source>
        <translation>用至多两秒寻找证明或反例弦。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Give up looking.</source>
        <translation>不再寻找。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more pieces</source>
        <translation>
            <numerusform>以及另外 %n 段</numerusform>
        </translation>
    </message>
    <message>
        <source>Where pieces meet, the slope does not fall.</source>
        <translation>各段相接处斜率不减。</translation>
    </message>
    <message>
        <source>Where pieces meet, the slope does not rise.</source>
        <translation>各段相接处斜率不增。</translation>
    </message>
    <message>
        <source>Where pieces meet, the slope stays the same.</source>
        <translation>各段相接处斜率不变。</translation>
    </message>
    <message>
        <source>Nothing to judge</source>
        <translation>无可判断</translation>
    </message>
    <message>
        <source>No curve</source>
        <translation>没有曲线</translation>
    </message>
    <message>
        <source>The formula of the active curve cannot be read.</source>
        <translation>无法读懂当前曲线的公式。</translation>
    </message>
    <message>
        <source>Put a curve on the plot first.</source>
        <translation>请先在图上放一条曲线。</translation>
    </message>
    <message>
        <source>✓ proved: %1 on %2</source>
        <translation>✓ 已证明：%1，区间 %2</translation>
    </message>
    <message>
        <source>✗ refuted by two chords: %1 on %2</source>
        <translation>✗ 被两条弦否证：%1，区间 %2</translation>
    </message>
    <message>
        <source>? not decided: %1 on %2</source>
        <translation>？ 未定：%1，区间 %2</translation>
    </message>
    <message>
        <source>Bring this chord into view; undo brings you back.</source>
        <translation>把这条弦移入视野；撤销即可返回。</translation>
    </message>
    <message>
        <source>Go to x = %1 … %2</source>
        <translation>前往 x = %1 … %2</translation>
    </message>
</context>
<context>
    <name>secant::ViewPanel</name>
    <message>
        <source>Panes</source>
        <translation>窗格</translation>
    </message>
    <message>
        <source>f</source>
        <comment>pane of the function</comment>
        <translation>f</translation>
    </message>
    <message>
        <source>The function itself is always shown.</source>
        <translation>函数本身总是显示。</translation>
    </message>
    <message>
        <source>f′</source>
        <comment>pane of the slope</comment>
        <translation>f′</translation>
    </message>
    <message>
        <source>Show the first derivative in a pane below.</source>
        <translation>在下方窗格中显示一阶导数。</translation>
    </message>
    <message>
        <source>f″</source>
        <comment>pane of the curvature</comment>
        <translation>f″</translation>
    </message>
    <message>
        <source>Show the second derivative in a pane below.</source>
        <translation>在下方窗格中显示二阶导数。</translation>
    </message>
    <message>
        <source>∂f/∂α</source>
        <comment>pane of the parameter slope</comment>
        <translation>∂f/∂α</translation>
    </message>
    <message>
        <source>Show how f changes with its parameter, which is what a learned parameter gets as gradient.</source>
        <translation>显示 f 随参数的变化，即可学习参数得到的梯度。</translation>
    </message>
    <message>
        <source>Pane %1</source>
        <translation>%1 窗格</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Kinks</source>
        <translation>折点</translation>
    </message>
    <message>
        <source>Dots where a slope jumps: both one-sided values, and the one PyTorch returns.</source>
        <translation>在斜率跳变处画点：左右单侧值，以及 PyTorch 返回的值。</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Grid lines behind the curves.</source>
        <translation>曲线后面的网格线。</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>十字线</translation>
    </message>
    <message>
        <source>Read f, f′ and f″ of every curve under the pointer.</source>
        <translation>读出指针处每条曲线的 f、f′ 和 f″。</translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation>切线</translation>
    </message>
    <message>
        <source>The tangent of the active curve at the pointer.</source>
        <translation>当前曲线在指针处的切线。</translation>
    </message>
    <message>
        <source>Find on the active curve</source>
        <translation>在当前曲线上查找</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>零点</translation>
    </message>
    <message>
        <source>Mark where f is 0.</source>
        <translation>标出 f 为 0 之处。</translation>
    </message>
    <message>
        <source>Extrema</source>
        <translation>极值点</translation>
    </message>
    <message>
        <source>Mark where f turns: its minima and maxima, kinks among them.</source>
        <translation>标出 f 的极小与极大处，包括折点。</translation>
    </message>
    <message>
        <source>Inflections</source>
        <translation>拐点</translation>
    </message>
    <message>
        <source>Mark where f″ changes sign.</source>
        <translation>标出 f″ 变号之处。</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>间断</translation>
    </message>
    <message>
        <source>Mark jumps, poles, holes and ends of the domain.</source>
        <translation>标出跳跃、极点、空洞与定义域端点。</translation>
    </message>
    <message>
        <source>Asymptotes</source>
        <translation>渐近线</translation>
    </message>
    <message>
        <source>Draw the straight lines that f approaches, upright ones at poles among them.</source>
        <translation>画出 f 所趋近的直线，包括极点处的竖直线。</translation>
    </message>
    <message>
        <source>Heights follow the curves</source>
        <translation>高度跟随曲线</translation>
    </message>
    <message>
        <source>The y ranges make room when a parameter or the x range changes, and do not jump. Changing a y range by hand ends it.</source>
        <translation>参数或 x 范围改变时，y 范围会留出空间，并且不会跳动。手动改变 y 范围即停止跟随。</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>x</source>
        <comment>axis with a logarithmic scale</comment>
        <translation>x</translation>
    </message>
    <message>
        <source>Equal distances along x are equal ratios: powers of x become straight lines where y is logarithmic too. Only x &gt; 0 is shown (Ctrl+Shift+X).</source>
        <translation>x 轴上相等的距离表示相等的比值：若 y 也用对数坐标，x 的幂就是直线。只显示 x &gt; 0（Ctrl+Shift+X）。</translation>
    </message>
    <message>
        <source>Logarithmic x</source>
        <translation>x 轴对数坐标</translation>
    </message>
    <message>
        <source>f, f′, f″</source>
        <comment>axes with a logarithmic scale</comment>
        <translation>f、f′、f″</translation>
    </message>
    <message>
        <source>Equal distances along y are equal ratios: exponential tails become straight lines, down to 10⁻³⁰⁰. Only positive values are shown (Ctrl+Shift+Y).</source>
        <translation>y 轴上相等的距离表示相等的比值：指数衰减的尾部成为直线，直到 10⁻³⁰⁰。只显示正值（Ctrl+Shift+Y）。</translation>
    </message>
    <message>
        <source>Logarithmic y</source>
        <translation>y 轴对数坐标</translation>
    </message>
</context>
<context>
    <name>secant::WorkingDialog</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
</TS>
